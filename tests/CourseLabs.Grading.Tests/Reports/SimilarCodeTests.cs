using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CourseLabs.Exercises.Source;
using CourseLabs.Grading.Reports;
using CourseLabs.Grading.Submissions;
using CourseLabs.Grading.Tests.Exports;
using CourseLabs.Tests;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseLabs.Grading.Tests.Reports;

/// <summary>Classes of students who each take one of the right ways that are known for each task, in a style of their own.</summary>
public sealed partial class SimilarCodeTests
{
    private static readonly string Solved = File.ReadAllText(Path.Combine(Checkout.Root, "labs", Made.Lab.Lab, "exercise", "Tasks.cs"));
    private static readonly string Stub = TaskFile.Parse(Solved).Stub();

    private static readonly string[] Ways =
    [
        .. Directory.GetFiles(Path.Combine(Checkout.Root, "tests", "CourseLabs.Exercises.Tests", "RightVariants"), "Lab03*.cs").Order(StringComparer.Ordinal)
            .SelectMany(f => File.ReadAllText(f).Split("public static class ").Skip(1)),
        File.ReadAllText(Path.Combine(Checkout.Root, "tests", "CourseLabs.Grading.Tests", "Samples", "good", "Tasks.cs")),
        Solved,
    ];

    [Fact]
    public void A_copy_with_other_names_comments_and_layout_is_found_and_nobody_else()
    {
        var honest = Class(40);

        var found = Find([.. honest, new("copy", "", Disguised(honest[17].Text!))]);

        Assert.Equal(["copy", honest[17].Student], Assert.Single(found).Students);
        Assert.Equal(1, found[0].Similarity, 9);
        Assert.NotEmpty(found[0].Tasks);
    }

    [Fact]
    public void A_copy_of_which_some_tasks_were_written_anew_is_found_too()
    {
        var honest = Class(40);
        var copy = Disguised(honest[17].Text!);
        foreach (var member in new[] { "ScalarGradients", "Step", "OutputDelta" })
            copy = WithBody(copy, member, BodyOf(honest[23].Text!, member)!);

        var pair = Find([.. honest, new("copy", "", copy)])[0];

        Assert.Equal(["copy", honest[17].Student], pair.Students);
        Assert.InRange(pair.Similarity, 0.4, 0.99);
    }

    [Fact]
    public void Those_who_all_have_the_courses_own_answers_are_not_listed() =>
        Assert.Empty(Find([.. Enumerable.Range(0, 30).Select(i => new Submission($"s{i}", "", i % 2 == 0 ? Disguised(Solved) : Solved))]));

    [Fact]
    public void Those_who_have_not_begun_are_not_listed() =>
        Assert.Empty(Find([.. Enumerable.Range(0, 30).Select(i => new Submission($"s{i}", "", Stub))]));

    [Fact]
    public void Many_with_one_text_are_one_entry()
    {
        var honest = Class(60);
        var clique = Enumerable.Range(0, 12).Select(i => new Submission($"clique {i:00}", "", Disguised(honest[5].Text!)));

        var found = Find([.. honest, .. clique]);

        Assert.Equal(13, Assert.Single(found).Students.Count);
    }

    [Fact]
    public void A_thousand_submissions_take_seconds()
    {
        var all = Class(1000);
        var clock = Stopwatch.StartNew();

        Find(all);

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void The_order_of_the_submissions_changes_nothing()
    {
        var honest = Class(20);
        Submission[] all = [.. honest, new("copy", "", Disguised(honest[3].Text!))];

        Assert.Equal(Told(Find(all)), Told(Find([.. all.Reverse()])));

        static string[] Told(IReadOnlyList<SimilarCode> found) => [.. found.Select(p => $"{string.Join(',', p.Students)} {p.Similarity} {p.Weight}")];
    }

    // Roslyn's lexer overflows the stack at each of these, and that ends the process.
    [Theory]
    [InlineData("$\"{")]
    [InlineData("$\"\"\"{")]
    [InlineData("#if A\n")]
    [InlineData("(")]
    [InlineData("{")]
    [InlineData("OutputDelta(")]
    [InlineData("/*")]
    [InlineData("\"")]
    public void A_text_that_is_nothing_but_nesting_is_read_in_a_moment(string part)
    {
        var text = new StringBuilder().Insert(0, part, 1_000_000 / part.Length).ToString();
        var clock = Stopwatch.StartNew();

        Find([new("a", "", $"class C {{ Matrix OutputDelta(Matrix a) {{ {text}"), new("b", "", text), .. Class(2)]);

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData("int M() { return 1; }", "return 1;")]
    [InlineData("int M() => x => 1;", "x => 1")]
    [InlineData("int A() => M(2); int M(int[] a) { if (a[0] > 0) { return 1; } return 2; } int B() { return 3; }", "if (a[0] > 0) { return 1; } return 2;")]
    [InlineData("int M() { var s = \"}\"; /* } */ // }\n return '}'; }", "var s = \"}\"; /* } */ // }\n return '}';")]
    [InlineData("int M() { var s = $\"{1}}}\"; var t = @\"\"\"}\"; return 0; }", "var s = $\"{1}}}\"; var t = @\"\"\"}\"; return 0;")]
    [InlineData("int[] M() => [.. a[..2], 1.5];", "[.. a[..2], 1.5]")]
    [InlineData("int N() { return 1; }", null)]
    public void A_methods_body_is_found_by_its_name(string text, string? body) => Assert.Equal(body, BodyOf(text, "M"));

    private static IReadOnlyList<SimilarCode> Find(IReadOnlyList<Submission> submissions) => SimilarCode.Find(Made.Lab, Solved, Stub, submissions);

    private static Submission[] Class(int students)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, students).Select(i => new Submission($"student {i:0000}", "", Made.Lab.Checks.Aggregate(Stub, (text, check) =>
            random.Next(6) == 0 ? text : WithBody(text, check.Member, Styled(Ways.Select(w => BodyOf(w, check.Member)).OfType<string>().ToArray() is var ways ? ways[random.Next(ways.Length)] : "", random)))))];
    }

    // Each has a way of writing the same: what stands between two steps, what a loop counts.
    private static string Styled(string body, Random random)
    {
        if (random.Next(2) == 0)
            body = body.Replace("var ", "Matrix ", StringComparison.Ordinal);
        if (random.Next(2) == 0)
            body = body.Replace("(1 - ", "(1.0 - ", StringComparison.Ordinal);
        if (random.Next(2) == 0)
            body = body.Replace("i++", "++i", StringComparison.Ordinal);
        var statements = body.Split(";\n");
        for (var i = 0; i + 1 < statements.Length; i++)
        {
            if (random.Next(3) == 0)
                statements[i] += $";\nvar step{i} = {random.Next(10)} {"+-*/%"[random.Next(5)]} {random.Next(10)}.{"xyzuvw"[random.Next(6)]}()";
        }

        return string.Join(";\n", statements);
    }

    private static string Disguised(string text) =>
        "// mine\n" + Name().Replace(text, m => char.IsLower(m.Value[0]) && m.Value.Length < 9 && SyntaxFacts.GetKeywordKind(m.Value) == SyntaxKind.None && m.Value is not ("var" or "or" or "and" or "not") ? m.Value + "_" : m.Value).Replace("\n", "\n\n  /* here */ ", StringComparison.Ordinal);

    private static string? BodyOf(string text, string member)
    {
        var tokens = new CodeTokens(text);
        return tokens.BodyOf(member) is var (first, last) ? tokens.TextOf(first, last) : null;
    }

    private static string WithBody(string text, string member, string body)
    {
        var tokens = new CodeTokens(text);
        (var first, var last) = tokens.BodyOf(member)!.Value;
        return text[..tokens.All[first].Start] + body + text[tokens.All[last].End..];
    }

    [GeneratedRegex(@"(?<![\w.])[a-z]\w*\b(?!\()")]
    private static partial Regex Name();
}
