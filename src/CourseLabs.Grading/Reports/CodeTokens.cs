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
/// hundred thousand of them ends the process with a stack overflow, and this runs outside of the sandbox. This one goes through the text
/// once. It is simpler: a string within a string's braces ends the string.
/// </summary>
internal sealed class CodeTokens
{
    private const int LongestCharacter = 12; // '\U0001F600'

    private readonly string text;
    private readonly List<CodeToken> tokens = [];
    private readonly int[] closings; // where each bracket closes

    /// <summary>Reads a text: all tokens, without comments, directives and spaces.</summary>
    public CodeTokens(string text)
    {
        this.text = text;
        for (var i = 0; i < text.Length;)
        {
            var end = EndOfSpace(text, i);
            if (end == i)
            {
                end = EndOfToken(text, i);
                tokens.Add(new(text[i..end], i));
            }

            i = end;
        }

        closings = new int[tokens.Count];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            closings[i] = tokens.Count;
            if (IsOpening(i))
                open.Push(i);
            if (tokens[i].Text is "}" or ")" or "]" && open.TryPop(out var opened))
                closings[opened] = i;
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<CodeToken> All => tokens;

    /// <summary>The first and the last token of a method's body, <c>{ ... }</c> or <c>=> ...;</c>, without these; null when there is none.</summary>
    public (int First, int Last)? BodyOf(string member)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Text != member || tokens[i + 1].Text != "(")
                continue;
            var next = closings[i + 1] + 1;
            if (next < tokens.Count && tokens[next].Text is "{" or "=>")
                return (next + 1, (tokens[next].Text == "{" ? closings[next] : EndOfStatement(next + 1)) - 1) is var body && body.Item2 >= body.Item1 ? body : null;
        }

        return null;
    }

    /// <summary>The text from one token to another.</summary>
    public string TextOf(int first, int last) => text[tokens[first].Start..tokens[last].End];

    /// <summary>
    /// Tokens as they are compared: every name is one and the same, but for those behind a dot, which are the library's; brackets and
    /// semicolons are left out.
    /// </summary>
    public IEnumerable<string> Normalized(int first, int last)
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

    private bool IsOpening(int i) => tokens[i].Text is "{" or "(" or "[";

    private int EndOfStatement(int from)
    {
        var i = from;
        while (i < tokens.Count && tokens[i].Text != ";")
            i = IsOpening(i) ? closings[i] + 1 : i + 1;
        return Math.Min(i, tokens.Count);
    }

    private static int EndOfSpace(string text, int i)
    {
        if (char.IsWhiteSpace(text[i]))
            return i + 1;
        if (text[i] == '#' || Has(text, i, "//"))
            return text.IndexOf('\n', i) is >= 0 and var line ? line : text.Length;
        return Has(text, i, "/*") ? After(text, "*/", i + 2) : i;
    }

    private static int EndOfToken(string text, int i)
    {
        var c = text[i];
        if (IsNamePart(c) || (c == '@' && i + 1 < text.Length && IsNamePart(text[i + 1])))
        {
            var isNumber = char.IsAsciiDigit(c);
            var end = i + 1;
            while (end < text.Length && (IsNamePart(text[end]) || (isNumber && text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
                end++;
            return end;
        }

        if (c is '"' or '$' or '@')
        {
            var quote = i;
            while (quote < text.Length && text[quote] is '$' or '@')
                quote++;
            return quote < text.Length && text[quote] == '"' ? EndOfString(text, quote, isVerbatim: text.AsSpan(i, quote - i).Contains('@')) : i + 1;
        }

        if (c == '\'' && text.AsSpan(i + 1, Math.Min(LongestCharacter, text.Length - i - 1)) is var rest)
        {
            var close = rest.StartsWith("\\'") ? rest[2..].IndexOf('\'') + 2 : rest.IndexOf('\'');
            return close > 0 ? i + close + 2 : i + 1;
        }

        return Has(text, i, "=>") || Has(text, i, "..") ? i + 2 : i + 1;
    }

    private static int EndOfString(string text, int quote, bool isVerbatim)
    {
        var quotes = quote;
        while (quotes < text.Length && text[quotes] == '"')
            quotes++;
        if (quotes - quote >= 3 && !isVerbatim)
            return After(text, text[quote..quotes], quotes);
        for (var i = quote + 1; i < text.Length; i++)
        {
            if (text[i] == '"' && isVerbatim && Has(text, i + 1, "\""))
                i++;
            else if (text[i] == '"')
                return i + 1;
            else if (text[i] == '\\' && !isVerbatim)
                i++;
            else if (text[i] == '\n' && !isVerbatim)
                return i;
        }

        return text.Length;
    }

    private static int After(string text, string mark, int from) =>
        from < text.Length && text.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : text.Length;

    private static bool Has(string text, int i, string mark) => string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0;

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
