using System.Text.RegularExpressions;
using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

/// <summary><c>labs/ERRATA.md</c> names a test for each mistake of the slides; here is checked that there is such a test, and that it asserts.</summary>
public sealed partial class ErrataListTests
{
    public static TheoryData<string> Proofs => [.. Rows().SelectMany(row => TestName().Matches(row[^1]).Select(m => m.Value)).Distinct()];

    [Theory]
    [MemberData(nameof(Proofs))]
    public void Each_test_that_the_list_names_exists_and_asserts(string name)
    {
        var parts = name.Split('.');

        var source = Assert.Single(Sources(), text => Declares(text, parts[0]));
        var method = Regex.Match(
            source,
            $@"\[(?:Fact|Theory|Property)\b[^\n]*\n(?:\s*\[[^\n]*\n)*\s*public (?:async )?(?:void|Task|Property) {parts[1]}\(.*?(?=\n    \[|\n    (?:public|private)|\z)",
            RegexOptions.Singleline);

        Assert.True(method.Success, $"{parts[0]} has no fact, theory or property {parts[1]}.");
        Assert.Matches(Assertion(), method.Value);
    }

    [Fact]
    public void Each_row_has_five_cells_and_a_proof_or_the_reason_why_there_is_none()
    {
        Assert.NotEmpty(Rows());
        Assert.All(Rows(), row =>
        {
            Assert.Equal(5, row.Length);
            Assert.All(row, cell => Assert.NotEmpty(cell));
            Assert.Matches("^[A-E][1-9]", row[0]);
            Assert.True(TestName().IsMatch(row[4]) != row[4].StartsWith("no number: ", StringComparison.Ordinal), row[4]);
        });
    }

    // The rows of all tables without their heads.
    private static List<string[]> Rows() =>
    [
        .. File.ReadLines(Path.Combine(Checkout.Root, "labs", "ERRATA.md"))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal) && !line.StartsWith("| id ", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    private static bool Declares(string source, string type) => Regex.IsMatch(source, $@"\bclass {type}\b");

    [GeneratedRegex(@"(?<=`)\w+\.\w+(?=`)")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\bAssert\w*\.|\bClose\.|\.AssertEqual\(|\bHolds\(")]
    private static partial Regex Assertion();
}
