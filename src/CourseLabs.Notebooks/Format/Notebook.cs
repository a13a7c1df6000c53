using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseLabs.Notebooks.Format;

/// <summary>
/// A notebook of C# cells in Jupyter's format, nbformat 4. What is read is kept as it is, whatever other tools wrote into it; only what
/// version 4.5 demands is put right, and outputs are replaced when cells run.
/// </summary>
public sealed class Notebook
{
    // As Jupyter writes its files.
    private static readonly JsonWriterOptions Jupyter = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject document;

    private Notebook(JsonObject document, IReadOnlyList<Cell> cells) => (this.document, Cells) = (document, cells);

    /// <summary>All cells, from the top.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The cells that run: code, and not blank.</summary>
    public IEnumerable<Cell> CodeCells => Cells.Where(c => c.IsCode && !string.IsNullOrWhiteSpace(c.Source));

    /// <summary>Reads a file.</summary>
    /// <param name="path">An .ipynb file.</param>
    /// <exception cref="NotebookException">It is no notebook, or one of another language.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Notebook Read(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Reads a text.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="NotebookException">It is no notebook, or one of another language.</exception>
    public static Notebook Parse(string json, string name)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json, null, new() { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw new NotebookException($"{name} is not JSON, as a notebook is: {exception.Message}", exception);
        }

        if (root is not JsonObject document || document["nbformat"] is not JsonValue || document["cells"] is not JsonArray)
            throw new NotebookException($"{name} is JSON, but not a Jupyter notebook of format 4: it needs \"nbformat\" and a list \"cells\".");
        if (document["nbformat"].AsInt() != 4)
            throw new NotebookException($"{name} has notebook format {document["nbformat"]}; save it with a current editor, in format 4.");
        JsonObject metadata = document.Demand<JsonObject>("metadata", name, name);
        Languages.DemandCSharp(metadata, name);
        IReadOnlyList<Cell> cells = Cell.ReadAll((JsonArray)document["cells"]!, name);
        if (document["nbformat_minor"].AsInt() is not >= 5)
            document["nbformat_minor"] = 5;
        return new(document, cells);
    }

    /// <summary>The notebook as Jupyter writes its files: one space a level, a newline at the end.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Jupyter))
            document.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }
}
