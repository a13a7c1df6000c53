using System.Text;
using System.Text.Json.Nodes;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Format;

/// <summary>Gathers what happens in a cell as nbformat's outputs.</summary>
internal sealed class CellOutputs(int count)
{
    // A cell that prints without end must not fill the memory.
    private const int LongestText = 1_000_000;

    private readonly List<JsonObject> outputs = [];
    private readonly StringBuilder builder = new();
    private string? stream;
    private int printed;

    /// <summary>What went wrong, if anything did.</summary>
    public Failed? Failure { get; private set; }

    public void Add(CellEvent happened)
    {
        if (happened is Printed line)
        {
            Print(line);
            return;
        }

        Close();
        if (happened is Shown shown)
            outputs.Add(Of(shown));
        if (happened is Failed failed)
        {
            JsonObject output = Error(Failure = failed);
            output["output_type"] = "error";
            outputs.Add(output);
        }
    }

    /// <summary>All of them.</summary>
    public JsonArray ToJson()
    {
        Close();
        return new([.. outputs.Select(o => o.DeepClone())]);
    }

    private void Print(Printed line)
    {
        if (line.Stream != stream)
            Close();
        stream = line.Stream;
        if (printed <= LongestText)
            builder.Append((printed += line.Text.Length) <= LongestText ? line.Text : "... (cut: more than a million characters)\n");
    }

    private void Close()
    {
        if (stream is not null)
            outputs.Add(new() { ["output_type"] = "stream", ["name"] = stream, ["text"] = Json.Lines(builder.ToString()) });
        stream = null;
        builder.Clear();
    }

    private JsonObject Of(Shown shown)
    {
        var data = new JsonObject(shown.Data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => KeyValuePair.Create(d.Key, (JsonNode?)Json.Lines(d.Value))));
        JsonObject output = new() { ["data"] = data, ["metadata"] = new JsonObject(), ["output_type"] = shown.IsResult ? "execute_result" : "display_data" };
        if (shown.IsResult)
            output["execution_count"] = count;
        return output;
    }

    /// <summary>What went wrong, as Jupyter tells it.</summary>
    public static JsonObject Error(Failed failed) => new()
    {
        ["ename"] = failed.Name,
        ["evalue"] = failed.Message,
        ["traceback"] = new JsonArray([$"{failed.Name}: {failed.Message}", .. failed.Trace]),
    };
}
