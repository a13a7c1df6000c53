using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CourseLabs.Exercises.Source;

/// <summary>
/// The file Tasks.cs of an exercise: methods whose answers stand between <c>// BEGIN SOLUTION</c> and <c>// END SOLUTION</c>. The answers
/// taken out, it is what a student begins with.
/// </summary>
public sealed class TaskFile
{
    /// <summary>The mark before a solution.</summary>
    public const string Begin = "// BEGIN SOLUTION";

    private const string End = "// END SOLUTION";

    private static readonly string[] Blank =
        ["// Your code here, instead of the line below. 여기에 코드를 쓰고 아래 줄을 지우세요.", "throw new NotImplementedException();"];

    private readonly string[] lines;
    private readonly List<(int Begin, int End)> regions;

    private TaskFile(string[] lines, List<(int Begin, int End)> regions) => (this.lines, this.regions) = (lines, regions);

    /// <summary>Reads a file.</summary>
    /// <param name="text">The file's text, with or without solutions.</param>
    /// <exception cref="FormatException">
    /// A region does not end or begin, or is not whole statements inside one method; the message has the line.
    /// </exception>
    public static TaskFile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = text.ReplaceLineEndings("\n");
        var file = new TaskFile(source.Split('\n'), []);
        var open = -1;
        for (var i = 0; i < file.lines.Length; i++)
        {
            var line = file.lines[i].Trim();
            if (line == Begin && open >= 0)
                throw new FormatException($"Line {i + 1}: a solution begins inside the one of line {open + 1}.");
            if (line == End && open < 0)
                throw new FormatException($"Line {i + 1}: a solution ends that has not begun.");
            if (line == Begin)
                open = i;
            if (line == End)
            {
                file.regions.Add((open, i));
                open = -1;
            }
        }

        if (open >= 0)
            throw new FormatException($"Line {open + 1}: the solution does not end.");
        var tree = StudentCompiler.Parse(StudentCompiler.FileName, SourceText.From(source, Encoding.UTF8));
        foreach (var region in file.regions)
            RejectUnlessStatements(tree, region.Begin, region.End);
        return file;
    }

    /// <summary>The text with a blank for each solution.</summary>
    /// <param name="keepMarkers">Whether the marks around it stay, so that the file can be taken for a task file again.</param>
    public string Stub(bool keepMarkers = false)
    {
        var result = new List<string>();
        var next = 0;
        foreach ((var begin, var end) in regions)
        {
            result.AddRange(lines[next..(keepMarkers ? begin + 1 : begin)]);
            var indent = lines[begin][..lines[begin].IndexOf('/', StringComparison.Ordinal)];
            result.AddRange(Blank.Select(line => indent + line));
            next = keepMarkers ? end : end + 1;
        }

        result.AddRange(lines[next..]);
        return string.Join('\n', result);
    }

    /// <summary>The text of a file in which one method is as another file has it, its comment too.</summary>
    /// <param name="text">The file to change.</param>
    /// <param name="stub">Where the method is taken from.</param>
    /// <param name="member">The method's name.</param>
    /// <exception cref="FormatException">One of the files has no such method.</exception>
    public static string Replace(string text, string stub, string member)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(stub);
        var old = Find(text, member) ?? throw new FormatException($"The file has no method {member} to put the blank in.");
        var fresh = Find(stub, member) ?? throw new FormatException($"The exercise has no method {member}.");
        return text[..old.Start] + stub[fresh.Start..fresh.End] + text[old.End..];
    }

    private static TextSpan? Find(string text, string member)
    {
        var tree = StudentCompiler.Parse(StudentCompiler.FileName, SourceText.From(text, Encoding.UTF8));
        return StudentCompiler.Members(tree).FirstOrDefault(m => StudentCompiler.NameOf(m) == member)?.Span;
    }

    private static void RejectUnlessStatements(SyntaxTree tree, int begin, int end)
    {
        var text = tree.GetText();
        var inside = TextSpan.FromBounds(text.Lines[begin].End, text.Lines[end].Start);
        SyntaxToken[] tokens = [.. tree.GetRoot().DescendantTokens().Where(t => t.Span.Length > 0 && inside.OverlapsWith(t.Span))];
        if (tokens.Length == 0)
            throw new FormatException($"Line {begin + 1}: there is nothing between the solution's marks.");
        var block = tokens[0].Parent!.AncestorsAndSelf().OfType<BlockSyntax>().FirstOrDefault(b => !inside.Contains(b.Span));
        StatementSyntax[] statements = block is null ? [] : [.. block.Statements.Where(s => inside.OverlapsWith(s.Span))];
        var covered = statements.Length > 0 && statements.All(s => inside.Contains(s.Span))
            && tokens[0].SpanStart == statements[0].SpanStart && tokens[^1].Span.End == statements[^1].Span.End;
        if (!covered || block!.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault() is null)
            throw new FormatException($"Line {begin + 1}: a solution must be whole statements inside one method.");
    }
}
