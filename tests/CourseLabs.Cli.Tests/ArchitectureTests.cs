using System.Text.RegularExpressions;
using CourseLabs.Tests;

namespace CourseLabs.Cli.Tests;

/// <summary>The arrows between the projects are those of src/README.md.</summary>
public sealed partial class ArchitectureTests
{
    [Fact]
    public void Every_project_uses_exactly_those_that_the_architecture_allows()
    {
        var allowed = Arrow().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "src", "README.md")))
            .Select(m => $"{m.Groups[1].Value} -> {string.Join(' ', m.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order())}");
        var actual = Directory.GetFiles(Path.Combine(Checkout.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Checkout.Root, "labs"), "*.csproj", SearchOption.AllDirectories))
            .Select(p => $"{Path.GetFileNameWithoutExtension(p)} -> {string.Join(' ', Uses(File.ReadAllText(p)).Order())}");

        Assert.Equal(allowed.Order(), actual.Order());
    }

    // CourseLabs.Notebooks and Exercises have the processes of cells and of students' code: they catch what is printed there.
    [Fact]
    public void No_project_below_the_command_writes_to_the_console()
    {
        string[] below = [.. Directory.GetDirectories(Path.Combine(Checkout.Root, "src"))
            .Where(d => Path.GetFileName(d) is not ("CourseLabs.Cli" or "CourseLabs.Notebooks" or "CourseLabs.Exercises"))
            .Append(Path.Combine(Checkout.Root, "labs"))];
        var printing = below.SelectMany(d => Directory.GetFiles(d, "*.cs", SearchOption.AllDirectories))
            .Where(f => File.ReadAllText(f).Contains("Console.", StringComparison.Ordinal));

        Assert.Empty(printing);
    }

    private static IEnumerable<string> Uses(string project) => Reference().Matches(project).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"^(CourseLabs\.\w+) +->(.*)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*[/\\](CourseLabs\.\w+)\.csproj""")]
    private static partial Regex Reference();
}
