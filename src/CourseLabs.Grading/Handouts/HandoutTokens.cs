using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CourseLabs.Exercises.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CourseLabs.Grading.Handouts;

/// <summary>Texts as sequences of tokens, so that spaces, line breaks and comments' marks hide no answer.</summary>
internal static partial class HandoutTokens
{
    // A shorter statement says too little: "return result;".
    private const int Fewest = 8;

    /// <summary>
    /// Of each task its answer: all statements in a row, and each of some length by itself. A statement alone is no answer where a stub or a
    /// hint, even another lab's, has it on purpose.
    /// </summary>
    public static IEnumerable<(string Task, string Tokens)> Answers(IReadOnlyList<HandoutLab> labs)
    {
        var given = string.Concat(labs.SelectMany(l => new[] { l.Stub, l.Text("hints.md"), l.Text("hints.ko.md") }).Select(Of));
        return labs.SelectMany(lab => Answers(lab, given));
    }

    private static IEnumerable<(string Task, string Tokens)> Answers(HandoutLab lab, string given)
    {
        var text = lab.Solved;
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        foreach (var check in lab.Exercise.Checks)
        {
            var method = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.ValueText == check.Member);
            var begin = text.IndexOf(TaskFile.Begin, method.SpanStart, StringComparison.Ordinal);
            var region = TextSpan.FromBounds(begin, text.IndexOf("// END SOLUTION", begin, StringComparison.Ordinal));
            StatementSyntax[] statements = [.. method.DescendantNodes().OfType<StatementSyntax>().Where(s => region.Contains(s.Span))];
            var whole = string.Join(' ', statements.Where(s => !statements.Contains(s.Parent)).Select(Tokens));
            yield return ($"{check.Id} {check.Member}", Of(whole));
            foreach (var tokens in statements.Where(s => s is not BlockSyntax && s.DescendantTokens().Count() >= Fewest).Select(Tokens).Select(Of))
            {
                if (!given.Contains(tokens, StringComparison.Ordinal))
                    yield return ($"{check.Id} {check.Member}", tokens);
            }
        }
    }

    /// <summary>A text's tokens, with a space around each.</summary>
    public static string Of(string text) => $" {string.Join(' ', Token().Matches(text).Select(m => m.Value))} ";

    /// <summary>A file's text as it is, without the marks of comments, with HTML's signs decoded, and the strings in JSON.</summary>
    public static IEnumerable<string> Views(string text)
    {
        yield return Of(text);
        yield return Of(CommentMark().Replace(text, " "));
        if (text.Contains('&', StringComparison.Ordinal))
            yield return Of(WebUtility.HtmlDecode(text));
        if (text.AsSpan().TrimStart().StartsWith("{") && Strings(text) is { } strings)
        {
            yield return Of(strings);
            yield return Of(CommentMark().Replace(strings, " "));
        }
    }

    private static string Tokens(SyntaxNode node) => string.Join(' ', node.DescendantTokens().Select(t => t.Text));

    private static string? Strings(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return string.Join('\n', In(document.RootElement));
        }
        catch (JsonException)
        {
            return null;
        }

        static IEnumerable<string> In(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => In(p.Value)),
            _ => [],
        };
    }

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_]*|\d[\d._\p{L}]*|\S")]
    private static partial Regex Token();

    [GeneratedRegex(@"^[ \t]*(//+|\*|>|#)", RegexOptions.Multiline)]
    private static partial Regex CommentMark();
}
