using System.Text.Json;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Tests;

/// <summary>Runs the command in process with a folder of its own, and keeps what it printed.</summary>
internal sealed class LabsRun : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("courselabs-").FullName;

    public int Code { get; private set; }

    public string Out => output.ToString();

    public string Error => error.ToString();

    /// <summary>The only JSON document on standard output; anything beside it makes this fail.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public JsonElement Example(int index) => Json.GetProperty("examples")[index];

    public string File(params string[] path) => System.IO.File.ReadAllText(Path.Combine([Folder, .. path]));

    public static LabsRun Of(string command, params Example[] examples) => Of(command, CancellationToken.None, examples);

    /// <summary>Runs <paramref name="command"/>, its words parted by spaces; <c>run</c> writes into <see cref="Folder"/> unless it says otherwise.</summary>
    public static LabsRun Of(string command, CancellationToken interrupt, params Example[] examples)
    {
        var run = new LabsRun();
        var args = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (args is ["run", ..] && !args.Contains("--out"))
            args = ["run", "--out", run.Folder, .. args[1..]];
        run.Code = App.Run(args, new Terminal(run.output, run.error) { Interrupt = interrupt }, examples.Length > 0 ? new Catalogue(examples) : null);
        return run;
    }

    /// <summary>Runs <paramref name="command"/>, and sees how it ends, that it says each of <paramref name="says"/>, and that no stack trace shows.</summary>
    /// <returns>All that it printed.</returns>
    public static string Says(int code, string command, params string[] says)
    {
        using var run = Of(command);
        var said = run.Out + run.Error;
        Assert.Equal(code, run.Code);
        Assert.All(says, part => Assert.Contains(part, said, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        return said;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
