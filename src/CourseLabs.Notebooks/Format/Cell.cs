using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CourseLabs.Notebooks.Format;

/// <summary>One cell of a <see cref="Notebook"/>.</summary>
public sealed partial class Cell
{
    private readonly JsonObject json;

    private Cell(JsonObject json, string source) => (this.json, Source) = (json, source);

    /// <summary>Whether it is code; else it is Markdown or raw text.</summary>
    public bool IsCode => Is("code");

    /// <summary>Whether it is Markdown.</summary>
    public bool IsMarkdown => Is("markdown");

    /// <summary>The text of the cell.</summary>
    public string Source { get; }

    /// <summary>Whether its author says, by the tag <c>numbers-vary</c>, that its numbers differ from machine to machine.</summary>
    public bool NumbersVary => json["metadata"]?["tags"] is JsonArray tags && tags.Any(t => t.AsText() == "numbers-vary");

    /// <summary>The how-manieth cell it was to run; null where it did not.</summary>
    public int? ExecutionCount => json["execution_count"].AsInt();

    /// <summary>What it put out, in nbformat's form.</summary>
    public IReadOnlyList<JsonObject> Outputs => [.. (json["outputs"] as JsonArray ?? []).OfType<JsonObject>()];

    internal void SetOutputs(int? count, JsonArray outputs) => (json["execution_count"], json["outputs"]) = (count, outputs);

    internal static IReadOnlyList<Cell> ReadAll(JsonArray cells, string name)
    {
        var ids = new HashSet<string>();
        var read = cells.Select((cell, i) => Read(cell, i + 1, name)).ToList();
        foreach (Cell cell in read.Where(c => c.Id is { } id && ValidId().IsMatch(id)))
            if (!ids.Add(cell.Id!))
                cell.Id = null; // the first one keeps it
        for (int i = 0; i < read.Count; i++)
            if (read[i].Id is not { } id || !ids.Contains(id))
                read[i].Id = NewId(i + 1, ids);
        return read;
    }

    // Format 4.5 demands one: unique, 1 to 64 letters, digits, hyphens and underscores.
    private string? Id
    {
        get => json["id"].AsText();
        set => json["id"] = value;
    }

    // Counted, not drawn, so that the same notebook gets the same.
    private static string NewId(int number, HashSet<string> taken)
    {
        string id = $"cell-{number}";
        for (int i = 2; !taken.Add(id); i++)
            id = $"cell-{number}-{i}";
        return id;
    }

    private static Cell Read(JsonNode? node, int number, string name)
    {
        string where = $"cell {number}";
        JsonObject json = node as JsonObject ?? throw new NotebookException($"{name} is not a valid notebook: {where} is no object.");
        if (json["cell_type"].AsText() is not ("code" or "markdown" or "raw"))
            throw new NotebookException($"{name} is not a valid notebook: {where} is neither code nor markdown nor raw.");
        string source = json["source"].AsLines() ?? throw new NotebookException($"{name} is not a valid notebook: {where} has no text as its \"source\".");
        var cell = new Cell(json, source);
        if (json["metadata"] is not JsonObject)
            json["metadata"] = new JsonObject();
        if (cell.IsCode)
        {
            Languages.DemandCSharp((JsonObject)json["metadata"]!, number, name);
            json["outputs"] ??= new JsonArray();
            json["execution_count"] = json["execution_count"].AsInt();
        }

        return cell;
    }

    private bool Is(string type) => json["cell_type"].AsText() == type;

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex ValidId();
}
