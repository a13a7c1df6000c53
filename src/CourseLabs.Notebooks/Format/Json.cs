using System.Text.Json.Nodes;

namespace CourseLabs.Notebooks.Format;

/// <summary>What the notebook format needs above <see cref="JsonNode"/>.</summary>
internal static class Json
{
    /// <summary>The whole number that a node is; null for anything else.</summary>
    public static int? AsInt(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;

    /// <summary>The text that a node is; null for anything else.</summary>
    public static string? AsText(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A text that stands as one string or as a list of its lines.</summary>
    public static string? AsLines(this JsonNode? node) =>
        node is JsonArray lines && lines.All(l => l.AsText() is not null) ? string.Concat(lines.Select(l => l.AsText())) : node.AsText();

    /// <summary>A text as the list of its lines, each with its newline, so that a change shows as a change of lines.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is >= 0 and var newline ? newline + 1 : text.Length;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>A member that must be there in the given form.</summary>
    /// <exception cref="NotebookException">It is not.</exception>
    public static T Demand<T>(this JsonObject parent, string member, string where, string name)
        where T : JsonNode =>
        parent[member] as T ?? throw new NotebookException($"{name} is not a valid notebook: {where} has no \"{member}\" as the format demands it.");
}
