using System.Text;
using System.Text.RegularExpressions;
using CourseLabs.Tests;
using IoPath = System.IO.Path;

namespace CourseLabs.Cli.Tests.FrontDoor;

/// <summary>A page of the repository: the commands that it names, its headings and its links.</summary>
internal sealed partial class MarkdownPage
{
    private readonly List<string> code = [];
    private readonly string prose;

    /// <param name="path">From the checkout's folder on.</param>
    public MarkdownPage(string path)
    {
        Path = path;
        var isCode = false;
        var text = new StringBuilder();
        var page = Comment().Replace(File.ReadAllText(IoPath.Combine(Checkout.Root, path)).ReplaceLineEndings("\n"), "");
        foreach (var line in page.Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode)
                code.Add(line);
            else
                text.Append(line).Append('\n');
        }

        prose = text.ToString();
    }

    public string Path { get; }

    public string Folder => IoPath.GetDirectoryName(Path)!;

    /// <summary>The lines of its fenced blocks.</summary>
    public IReadOnlyList<string> Code => code;

    /// <summary>The commands in fenced blocks and between backticks, without a prompt and without a comment behind.</summary>
    public IEnumerable<string> Commands =>
        code.Select(line => Remark().Replace(Prompt().Replace(line, ""), ""))
            .Concat(prose.Split("\n\n").SelectMany(p => Span().Matches(p)).Select(m => m.Groups[1].Value.Replace('\n', ' ')))
            .Where(text => Command().IsMatch(text))
            .Select(text => text.Trim());

    /// <summary>Its headings: how deep each is, and the anchor that GitHub gives it.</summary>
    public IEnumerable<(int Level, string Anchor)> Headings => Heading().Matches(prose).Select(m =>
        (m.Groups[1].Length, NoAnchor().Replace(m.Groups[2].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')));

    /// <summary>The links and pictures to files of the repository: path from this page's folder on, and anchor.</summary>
    public IEnumerable<(string Target, string Anchor)> Links => Link().Matches(prose).Select(m => m.Groups[1].Value)
        .Where(to => !to.Contains("://", StringComparison.Ordinal))
        .Select(to => to.Split('#', 2)).Select(to => (to[0], to.Length > 1 ? to[1] : ""));

    /// <summary>The rows of its tables, each a line.</summary>
    public IEnumerable<string> Rows => prose.Split('\n').Where(line => line.StartsWith('|'));

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(\$ )?")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"\s+#\s.*$")]
    private static partial Regex Remark();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"^(\./labs\.(sh|ps1)( |$)|dotnet )")]
    private static partial Regex Command();

    [GeneratedRegex("^(#+) (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchor();

    [GeneratedRegex(@"\]\(([^()\s]+)\)")]
    private static partial Regex Link();
}
