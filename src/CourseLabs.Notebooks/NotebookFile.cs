using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
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
    public static NotebookFile Read(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">It is no notebook, or one of another language.</exception>
    public static NotebookFile Parse(string text, string name)
    {
        try
        {
            if (JsonNode.Parse(text) is not JsonObject json || (int?)json["nbformat"] != 4 || json["cells"] is not JsonArray)
                throw new InvalidDataException($"{name} is JSON, but not a Jupyter notebook of format 4.");
            var kernel = json["metadata"]?["kernelspec"];
            if ((string?)kernel?["language"] is { } language && !IsCSharp(language))
                throw new InvalidDataException($"{name} is for the kernel {kernel["name"]} ({language}); only C# notebooks run here.");
            var notebook = new NotebookFile(json, Notebook.Parse(text));
            if (notebook.Code.Select(c => c.Cell.KernelName).FirstOrDefault(k => k is not null && !IsCSharp(k)) is { } other)
                throw new InvalidDataException($"{name} has a cell of the kernel {other}; only C# cells run here.");
            return notebook;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{name} is not a valid notebook: {exception.Message}", exception);
        }
    }

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

    private static bool NumbersVary(JsonNode? cell) =>
        cell?["metadata"]?["tags"] is JsonArray tags && tags.Any(t => (string?)t == "numbers-vary");

    private static bool IsCSharp(string language) => language.ToLowerInvariant() is "c#" or "csharp" or ".net-csharp";
}
