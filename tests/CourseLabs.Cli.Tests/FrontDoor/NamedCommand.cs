using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using CourseLabs.Labs;
using CourseLabs.Tests;

namespace CourseLabs.Cli.Tests.FrontDoor;

/// <summary>A command that a page or an editor's file names: whether it is what is said there.</summary>
internal sealed partial class NamedCommand
{
    private readonly string[] words;

    public NamedCommand(string line)
        : this([.. CommandLineParser.SplitCommandLine(line)])
    {
    }

    public NamedCommand(params string[] words)
    {
        this.words = words;
        Labs = words switch
        {
            ["./labs.sh" or "./labs.ps1", .. var args] => args,
            ["dotnet", "run", "--project", "src/CourseLabs.Cli", "--", .. var args] => args,
            _ => null,
        };
    }

    /// <summary>What the <c>labs</c> command gets; null for another command.</summary>
    public string[]? Labs { get; }

    /// <summary>
    /// The same, quickly: null where it would run everything, download, write into the checkout or take what not every machine has.
    /// </summary>
    public string? Quick => Labs switch
    {
        ["list" or "explain" or "help" or "gradcheck" or "check", ..] => string.Join(' ', Labs),
        ["data", "list", ..] => string.Join(' ', Labs),
        ["run", var name, ..] when !name.StartsWith('-') => string.Join(' ', Labs.Append("--quick").Distinct()),
        _ => null,
    };

    /// <summary>Each option is one, and what it names is there.</summary>
    public void AssertIsRight()
    {
        if (Labs is not null)
            AssertParses();
        else
            AssertDotnet(words[1..]);
    }

    private void AssertParses()
    {
        var parsed = App.Root(new Terminal(TextWriter.Null, TextWriter.Null), Course.Examples).Parse(Labs!);

        Assert.True(parsed.Errors.Count == 0, $"{string.Join(' ', words)}: {string.Join(' ', parsed.Errors.Select(e => e.Message))}");
        // What stands behind `run` may be an example's name or, for this parser, anything else.
        if (Labs is ["run", .. var names])
            Course.Examples.Find([.. parsed.GetValue(Commands.RunOptions.Ids) ?? []]);
    }

    private static void AssertDotnet(string[] args)
    {
        switch (args)
        {
            case ["build" or "test"] or ["tool", "restore"]:
            case ["nuget", "update", "source", "nuget.org", "--source", _] or ["interactive", "jupyter", "install"]: // others' commands
                break;
            case ["build", _] or ["run" or "test", "--project", _]:
                Project(args[^1]);
                break;
            case ["test", "--project", var project, "--filter-class", var pattern]:
                var classes = $"^{pattern.Replace("*", ".*", StringComparison.Ordinal)}$";
                Assert.Contains(Classes(Project(project)), name => Regex.IsMatch(name, classes));
                break;
            case ["run", "-c", "Release", "--project", "tests/Benchmarks", "--", var name, ..]:
                var names = Path.Combine(Project("tests/Benchmarks"), "Benchmark.cs");
                Assert.Contains($"new(\"{name}\"", File.ReadAllText(names), StringComparison.Ordinal);
                break;
            case [var dll, var name, ..] when Built().Match(dll) is { Success: true } built:
                Assert.Equal("Benchmarks", built.Groups[1].Value);
                AssertDotnet(["run", "-c", "Release", "--project", "tests/Benchmarks", "--", name]);
                break;
            case ["run" or "watch", ..]: // in a handout, whose own page says the same
                Assert.Contains($"| `dotnet {string.Join(' ', args)}` |", Handout("README.md.txt"), StringComparison.Ordinal);
                break;
            case ["tool", "exec", "--yes", var package, ..]: // whatever version of a tool was tried
                Assert.Matches(@"^[\w-]+@\d+\.\d+\.\d+$", package);
                break;
            default:
                Assert.Fail($"No test knows what `dotnet {string.Join(' ', args)}` is: say it in {nameof(NamedCommand)}.");
                break;
        }
    }

    /// <summary>A file that a handout has.</summary>
    public static string Handout(string file) =>
        File.ReadAllText(Path.Combine(Checkout.Root, "src", "CourseLabs.Grading", "Handouts", "Template", file));

    private static string Project(string path)
    {
        var folder = Path.Combine(Checkout.Root, path);
        Assert.True(Directory.Exists(folder), $"There is no folder {path}.");
        Assert.Single(Directory.GetFiles(folder, "*.csproj"));
        return folder;
    }

    private static IEnumerable<string> Classes(string project) =>
        Directory.EnumerateFiles(project, "*Tests.cs", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f)!);

    [GeneratedRegex(@"^artifacts/bin/(\w+)/(?:debug|release)/\1\.dll$")]
    private static partial Regex Built();
}
