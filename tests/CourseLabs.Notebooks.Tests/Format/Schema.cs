using System.Text.Json;
using System.Text.RegularExpressions;

namespace CourseLabs.Notebooks.Tests.Format;

/// <summary>Validates against a JSON schema of draft 4, as far as nbformat's own schema (nbformat.v4.5.schema.json of the nbformat project) goes.</summary>
internal sealed class Schema
{
    private readonly JsonElement root;

    private Schema(JsonElement root) => this.root = root;

    public static Schema OfNotebooks { get; } =
        new(JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Format", "nbformat.v4.5.schema.json"))).RootElement);

    /// <summary>What is wrong, with its path; nothing for a valid document.</summary>
    public IEnumerable<string> Faults(string json) => Faults(JsonDocument.Parse(json).RootElement, root, "$");

    private IEnumerable<string> Faults(JsonElement value, JsonElement schema, string path) =>
        schema.EnumerateObject().SelectMany(rule => rule.Name switch
        {
            "type" => Fault(Types(rule.Value).Any(t => IsOf(value, t)), $"{path} is not {rule.Value}"),
            "enum" => Fault(rule.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)), $"{path} is none of {rule.Value}"),
            "$ref" => Faults(value, Resolve(rule.Value.GetString()!), path),
            "oneOf" => Fault(rule.Value.EnumerateArray().Count(s => !Faults(value, s, path).Any()) == 1, $"{path} meets not just one of its forms"),
            "not" => Fault(Faults(value, rule.Value, path).Any(), $"{path} is of a form that it must not have"),
            "required" => rule.Value.EnumerateArray().Where(n => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{path} has no {n}"),
            "properties" or "patternProperties" or "additionalProperties" => Members(value, schema, rule, path),
            "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((e, i) => Faults(e, rule.Value, $"{path}[{i}]")) : [],
            "uniqueItems" => Fault(value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(e => e.GetRawText()).Distinct().Count() == value.GetArrayLength(), $"{path} has one thing twice"),
            "minimum" => Fault(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.Value.GetDouble(), $"{path} is under {rule.Value}"),
            "maximum" => Fault(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.Value.GetDouble(), $"{path} is over {rule.Value}"),
            "minLength" => Fault(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.Value.GetInt32(), $"{path} is too short"),
            "maxLength" => Fault(value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= rule.Value.GetInt32(), $"{path} is too long"),
            "pattern" => Fault(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!), $"{path} is not of the form {rule.Value}"),
            "$schema" or "description" or "definitions" or "item" => [], // item: the schema's own slip, for items
            _ => throw new NotSupportedException($"The schema has the rule {rule.Name}, which is not known here."),
        });

    private IEnumerable<string> Members(JsonElement value, JsonElement schema, JsonProperty rule, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [];
        return value.EnumerateObject().SelectMany(member => rule.Name switch
        {
            "properties" => rule.Value.TryGetProperty(member.Name, out JsonElement known) ? Faults(member.Value, known, $"{path}.{member.Name}") : [],
            "patternProperties" => rule.Value.EnumerateObject().Where(p => Regex.IsMatch(member.Name, p.Name)).SelectMany(p => Faults(member.Value, p.Value, $"{path}.{member.Name}")),
            _ when IsNamed(schema, member.Name) => [],
            _ => rule.Value.ValueKind switch
            {
                JsonValueKind.True => [],
                JsonValueKind.False => [$"{path} may not have {member.Name}"],
                _ => Faults(member.Value, rule.Value, $"{path}.{member.Name}"),
            },
        });
    }

    private static bool IsNamed(JsonElement schema, string member) =>
        (schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(member, out _))
        || (schema.TryGetProperty("patternProperties", out JsonElement patterns) && patterns.EnumerateObject().Any(p => Regex.IsMatch(member, p.Name)));

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException($"The schema has the type {type}, which is not known here."),
    };

    private static string[] Fault(bool well, string fault) => well ? [] : [fault];
}
