using System.Diagnostics;
using System.Runtime.Versioning;

namespace CourseLabs.Cli.Tests.Launching;

/// <summary>What a launcher did: its exit code, all that it printed, and the calls of `dotnet` it made.</summary>
internal sealed record Launch(int Code, string Said, string[] Calls);

/// <summary>
/// labs.sh and labs.ps1 in a folder with a space in its name, and a made-up `dotnet` before the real one: it notes its calls, "builds" an
/// empty labs.dll, and "runs" it by telling what it got.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Clone : IDisposable
{
    private const string MadeUpDotnet = """
        #!/bin/sh
        echo "${1##*/} ${2##*/}" >>"$CALLS"
        case $1 in
        --version) echo 10.0.100 && exit "$SDK" ;;
        build)
            [ "$BUILD" = 0 ] || { echo 'Program.cs(1,1): error CS1002: ; expected' && exit "$BUILD"; }
            root=${2%/src/CourseLabs.Cli}
            mkdir -p "$root/artifacts/bin/CourseLabs.Cli/debug" && : >"$root/artifacts/bin/CourseLabs.Cli/debug/labs.dll" ;;
        */labs.dll)
            shift && printf 'labs got:' && printf ' <%s>' "$@" && echo
            [ "$1" != wait ] || { trap 'echo interrupted; exit 130' TERM && echo waiting && while :; do sleep 0.05; done; }
            exit "$PROGRAM" ;;
        esac
        """;

    private static readonly string Dotnet =
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(f => Path.Combine(f, "dotnet")).First(File.Exists);

    // `dotnet pwsh` is the tool that .config/dotnet-tools.json pins.
    private static readonly Lazy<bool> PowerShell = new(() =>
    {
        var start = new ProcessStartInfo(Dotnet, ["tool", "restore"]) { WorkingDirectory = AppContext.BaseDirectory };
        using var restore = Process.Start(start)!;
        return restore.WaitForExit(TimeSpan.FromMinutes(5)) && restore.ExitCode == 0;
    });

    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;

    public Clone()
    {
        Tools = Path.Combine(folder, "bin");
        Directory.CreateDirectory(Tools);
        Write(Path.Combine(Tools, "dotnet"), MadeUpDotnet);
        File.SetUnixFileMode(Path.Combine(Tools, "dotnet"), (UnixFileMode)0b111_101_101);
        foreach (var script in new[] { "labs.sh", "labs.ps1" })
            File.Copy(Path.Combine(AppContext.BaseDirectory, script), Of(script));
        string[] sources =
        [
            "src/CourseLabs.Cli/Program.cs", "labs/01-neurons/Xor.cs", "eng/a.targets", "global.json", "nuget.config", "Directory.Build.props",
        ];
        foreach (var source in sources)
            Write(Of(source), "first");
    }

    public string Root => Directory.CreateDirectory(Path.Combine(folder, "a clone")).FullName;

    /// <summary>The folder of the made-up `dotnet`.</summary>
    public string Tools { get; }

    /// <summary>The exit codes of `dotnet --version`, `dotnet build` and the program.</summary>
    public (int Sdk, int Build, int Program) Codes { get; set; }

    /// <summary>The PATH that the launcher sees.</summary>
    public string SearchPath { get; set; } = Environment.GetEnvironmentVariable("PATH")!;

    private string Calls => Path.Combine(folder, "calls");

    public string Of(string path) => Path.Combine(Root, path);

    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public Launch Run(string launcher, params string[] args)
    {
        File.WriteAllText(Calls, "");
        using var process = Start(launcher, args);
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return new(process.ExitCode, said, File.ReadAllLines(Calls));
    }

    /// <summary>Starts a launcher, named by its place in the clone or by a full path, from a folder that is not the clone.</summary>
    public Process Start(string launcher, params string[] args)
    {
        var script = Of(launcher);
        var isPowerShell = launcher.EndsWith(".ps1", StringComparison.Ordinal);
        if (isPowerShell)
            Assert.True(PowerShell.Value, "`dotnet tool restore` failed.");
        string[] inPowerShell = ["pwsh", "-NoProfile", "-File", script, .. args];
        var start = new ProcessStartInfo(isPowerShell ? Dotnet : script, isPowerShell ? inPowerShell : args)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Tools}:{SearchPath}";
        start.Environment["DOTNET_ROOT"] = folder; // no SDK is there
        start.Environment["CALLS"] = Calls;
        start.Environment["SDK"] = $"{Codes.Sdk}";
        start.Environment["BUILD"] = $"{Codes.Build}";
        start.Environment["PROGRAM"] = $"{Codes.Program}";
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
