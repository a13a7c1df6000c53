using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CourseLabs.Exercises;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace CourseLabs.Grading.Reports;

/// <summary>A text that is HTML or Markdown already; every other value is escaped where a template writes it.</summary>
/// <param name="Text">The markup.</param>
internal readonly record struct Markup(string Text);

/// <summary>
/// A page's template: a file in <c>Templates</c>, in the language of Scriban. Whatever a template writes is escaped, unless it is a
/// <see cref="Markup"/>: no page depends on somebody having thought of it.
/// </summary>
internal sealed class PageTemplate
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly Template template;
    private readonly Func<string, string> escape;

    /// <summary>Reads a template.</summary>
    /// <param name="file">Its name; one that ends in .md is Markdown.</param>
    public PageTemplate(string file)
    {
        template = Template.Parse(Resource(file), file);
        if (template.HasErrors)
            throw new InvalidOperationException(template.Messages[0].ToString());
        escape = file.EndsWith(".md", StringComparison.Ordinal) ? EscapeMarkdown : Html.Encode;
    }

    /// <summary>The style of all pages.</summary>
    public static Markup Style { get; } = new(Resource("page.css"));

    /// <summary>Fills it.</summary>
    /// <param name="language">What <c>say 'Points' '점수'</c> says.</param>
    /// <param name="model">The values, by name.</param>
    public Markup Render(Language language, params IEnumerable<(string Name, object? Value)> model)
    {
        var values = new ScriptObject { { "style", Style }, { "lang", language == Language.Korean ? "ko" : "en" } };
        values.Import("say", (string english, string korean) => new Wording(english, korean).In(language));
        values.Import("text", (Wording? wording) => wording?.In(language));
        foreach ((var name, var value) in model)
            values[name] = value;
        var context = new EscapingContext(escape) { StrictVariables = true, LoopLimit = 0, NewLine = "\n" };
        context.PushGlobal(values);
        return new(template.Render(context));
    }

    /// <summary>Text that Markdown takes for nothing but text, in one line.</summary>
    internal static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is '<' or '>' or '&')
                escaped.Append(c switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            else if (c < 0x80 && (char.IsPunctuation(c) || char.IsSymbol(c)) && c is not ('.' or ',' or ':' or ';' or '\'' or '"' or '/' or '(' or ')' or '%' or '?'))
                escaped.Append('\\').Append(c);
            else
                escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }

    private static string Resource(string file)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream($"Templates/{file}") ?? throw new InvalidOperationException($"There is no template {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private sealed class EscapingContext(Func<string, string> escape) : TemplateContext
    {
        public override TemplateContext Write(SourceSpan span, object? textAsObject) => textAsObject is Markup markup
            ? Write(markup.Text)
            : Write(escape(ObjectToString(textAsObject) ?? ""));
    }
}
