using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace CourseLabs.Notebooks;

/// <summary>
/// A notebook of C# cells in Jupyter's format. .NET Interactive reads and writes the outputs; all else stays in the file as it is, which
/// .NET Interactive's own writer would not keep (raw cells, attachments).
/// </summary>
public sealed class NotebookFile
{
    private static readonly JsonSerializerOptions Jupyter =
        new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject json;
    private readonly InteractiveDocument document;

    private NotebookFile(JsonObject json, InteractiveDocument document) => (this.json, this.document) = (json, document);

    /// <summary>The code cells, from the top, and whether their numbers differ from machine to machine (tag <c>numbers-vary</c>).</summary>
    public IEnumerable<(InteractiveDocumentElement Cell, bool NumbersVary)> Code =>
        Cells.Index().Where(c => IsCode(c.Item)).Select(c => (document.Elements[c.Index], NumbersVary(c.Item)));

    private JsonArray Cells => (JsonArray)json["cells"]!;

    /// <summary>Reads a file.</summary>
    /// <param name="path">An .ipynb file.</param>
    /// <exception cref="InvalidDataException">It is no notebook, or one of another language.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static NotebookFile Read(string path)
    {
        var (bytes, name) = (File.ReadAllBytes(path), Path.GetFileName(path));
        // Of another encoding, every Hangul syllable would become the same sign, and be written so.
        return Utf8.IsValid(bytes)
            ? Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), name)
            : throw new InvalidDataException($"{name} is not in UTF-8, as a notebook must be.");
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">It is no notebook, or one of another language.</exception>
    public static NotebookFile Parse(string text, string name)
    {
        try
        {
            if (Json(text, name) is not JsonObject json || (int?)json["nbformat"] != 4 || json["cells"] is not JsonArray cells)
                throw new InvalidDataException($"{name} is JSON, but not a Jupyter notebook of format 4.");
            JsonNode? kernel = json["metadata"]?["kernelspec"], info = json["metadata"]?["language_info"];
            if (((string?)kernel?["language"] ?? (string?)info?["name"]) is { } language && !IsCSharp(language))
            {
                var what = kernel is null ? language : $"the kernel {kernel["name"]} ({language})";
                throw new InvalidDataException($"{name} is for {what}; only C# notebooks run here.");
            }

            if (cells.Index().FirstOrDefault(c => IsCode(c.Item) && !IsText(c.Item!["source"]), (-1, null)) is { Index: >= 0 and var cell })
                throw new InvalidDataException($"{name} is not a valid notebook: the source of cell {cell + 1} is no text.");
            var notebook = new NotebookFile(json, Notebook.Parse(text));
            if (notebook.Code.Select(c => c.Cell.KernelName).FirstOrDefault(k => k is not null && !IsCSharp(k)) is { } other)
                throw new InvalidDataException($"{name} has a cell of the kernel {other}; only C# cells run here.");
            return notebook;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{name} is not a valid notebook: {Reason(exception)}", exception);
        }
    }

    private static JsonNode? Json(string text, string name)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{name} is not a valid notebook: line {exception.LineNumber + 1}: {Reason(exception)}", exception);
        }
    }

    // Without the place that .NET adds, which counts lines from 0, or in a part of the file.
    private static string Reason(Exception exception) => exception.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];

    /// <summary>The notebook as Jupyter writes its files: one space a level, a newline at the end.</summary>
    public string ToJson()
    {
        var written = (JsonArray)JsonNode.Parse(document.ToJupyterJson())!["cells"]!;
        foreach (var (i, cell) in Cells.Index().Where(c => IsCode(c.Item)))
        {
            cell!["execution_count"] = written[i]!["execution_count"]?.DeepClone();
            cell["outputs"] = written[i]!["outputs"]!.DeepClone();
        }

        return json.ToJsonString(Jupyter) + "\n";
    }

    private static bool IsCode(JsonNode? cell) => (string?)cell?["cell_type"] == "code";

    // A text, or the list of its lines.
    private static bool IsText(JsonNode? source) =>
        source?.GetValueKind() is null or JsonValueKind.Array or JsonValueKind.String;

    private static bool NumbersVary(JsonNode? cell) =>
        cell?["metadata"]?["tags"] is JsonArray tags && tags.Any(t => (string?)t == "numbers-vary");

    private static bool IsCSharp(string language) =>
        language.ToLowerInvariant() is "c#" or "csharp" or ".net-csharp" or "polyglot-notebook";
}
