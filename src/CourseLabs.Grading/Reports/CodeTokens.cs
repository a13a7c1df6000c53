using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseLabs.Grading.Reports;

/// <summary>One token of a C# text.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Start">Where it begins.</param>
internal readonly record struct CodeToken(string Text, int Start)
{
    public int End => Start + Text.Length;

    public bool IsName => char.IsLetter(Text[0]) || Text[0] is '_' or '@';
}

/// <summary>
/// The tokens of a student's text, and the methods in it. Roslyn's own lexer calls itself for nested strings and for #if: a text with a
/// hundred thousand of them ends the process with a stack overflow, and this runs outside of the sandbox. Here one regular expression
/// reads, in a time that grows with the text's length alone.
/// </summary>
internal static class CodeTokens
{
    private static readonly Regex Token = new(
        """"
        (?<skip>\s+|//[^\n]*|/\*[\s\S]*?\*/|\#[^\n]*)
        |(?<token>\$*"""[\s\S]*?"""|(@|\$@|@\$)"([^"]|"")*"|\$?"([^"\\\n]|\\.)*"|'([^'\\\n]|\\.)+'|@?[\p{L}_][\p{L}\p{Nd}_]*|\d[\p{L}\d_.]*|=>|[\s\S])
        """",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace);

    /// <summary>All tokens, without comments, directives and spaces.</summary>
    public static IReadOnlyList<CodeToken> Of(string text)
    {
        var tokens = new List<CodeToken>();
        for (var match = Token.Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Groups["token"].Success)
                tokens.Add(new(match.Value, match.Index));
        }

        return tokens;
    }

    /// <summary>The first and the last token of a method's body, <c>{ ... }</c> or <c>=> ...;</c>, without these; null when there is none.</summary>
    public static (int First, int Last)? BodyOf(IReadOnlyList<CodeToken> tokens, string member)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Text != member || tokens[i + 1].Text != "(")
                continue;
            var next = Closing(tokens, i + 1) + 1;
            if (next < tokens.Count && tokens[next].Text == "{")
                return (next + 1, Closing(tokens, next) - 1);
            if (next < tokens.Count && tokens[next].Text == "=>")
                return (next + 1, Statement(tokens, next + 1) - 1);
        }

        return null;
    }

    /// <summary>
    /// Tokens as they are compared: every name is one and the same, but for those behind a dot, which are the library's; brackets and
    /// semicolons are left out.
    /// </summary>
    public static IEnumerable<string> Normalized(IReadOnlyList<CodeToken> tokens, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var token = tokens[i];
            if (token.Text is "{" or "}" or "(" or ")" or ";")
                continue;
            if (token.IsName && SyntaxFacts.GetKeywordKind(token.Text) == SyntaxKind.None)
                yield return i > 0 && tokens[i - 1].Text == "." ? token.Text : "name";
            else
                yield return token.Text[^1] is '"' ? "text" : token.Text;
        }
    }

    private static int Closing(IReadOnlyList<CodeToken> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (tokens[i].Text is "{" or "(" or "[")
                depth++;
            if (tokens[i].Text is "}" or ")" or "]" && --depth == 0)
                return i;
        }

        return tokens.Count;
    }

    private static int Statement(IReadOnlyList<CodeToken> tokens, int from)
    {
        var depth = 0;
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Text is "{" or "(" or "[")
                depth++;
            if (tokens[i].Text is "}" or ")" or "]")
                depth--;
            if (tokens[i].Text == ";" && depth <= 0)
                return i;
        }

        return tokens.Count;
    }
}
