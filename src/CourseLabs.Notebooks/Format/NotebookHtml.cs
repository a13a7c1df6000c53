using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Markdig;

namespace CourseLabs.Notebooks.Format;

/// <summary>
/// A notebook as one HTML page that needs nothing beside it but, for its formulas, MathJax from the network; without it they stand there as TeX.
/// </summary>
public static class NotebookHtml
{
    private const string Style =
        """
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; line-height: 1.5; }
        pre { white-space: pre-wrap; padding: .5rem .75rem; margin: .5rem 0; }
        pre.code { background: #f3f3f3; border-left: .25rem solid #888; }
        pre.error, pre.stderr { background: #fbe9e7; }
        table { border-collapse: collapse; margin: .5rem 0; } td, th { border: 1px solid #ccc; padding: .2rem .5rem; text-align: right; }
        svg, img { max-width: 100%; height: auto; }
        """;

    // The one that nbconvert's pages use.
    private const string MathJax = "https://cdnjs.cloudflare.com/ajax/libs/mathjax/2.7.7/latest.js?config=TeX-AMS_CHTML-full,Safe";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().Build();

    /// <summary>The whole page.</summary>
    /// <param name="notebook">With the outputs to show.</param>
    /// <param name="title">The page's title.</param>
    public static string Page(Notebook notebook, string title)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var html = new StringBuilder("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(Escape(title))
            .Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n<script async src=\"").Append(MathJax).Append("\"></script>\n</head>\n<body>\n");
        foreach (Cell cell in notebook.Cells)
        {
            if (cell.IsMarkdown)
                html.Append(Markdig.Markdown.ToHtml(cell.Source, Markdown));
            else
                Pre(html, cell.IsCode ? "code" : "raw", cell.Source);
            foreach (JsonObject output in cell.Outputs)
                Append(html, output);
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, JsonObject output)
    {
        string? type = output["output_type"].AsText();
        if (type == "stream")
            Pre(html, output["name"].AsText() ?? "stdout", output["text"].AsLines() ?? "");
        else if (type == "error")
            Pre(html, "error", string.Join('\n', (output["traceback"] as JsonArray ?? []).Select(l => l.AsText())));
        else if (output["data"] is JsonObject data && data["text/html"].AsLines() is { } shown)
            html.Append("<div>").Append(shown).Append("</div>\n");
        else
            Pre(html, "text", output["data"]?["text/plain"].AsLines() ?? "");
    }

    private static void Pre(StringBuilder html, string kind, string text) =>
        html.Append("<pre class=\"").Append(Escape(kind)).Append("\">").Append(Escape(text)).Append("</pre>\n");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
