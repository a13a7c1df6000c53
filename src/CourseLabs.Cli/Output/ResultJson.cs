using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CourseLabs.Cli.Running;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Output;

/// <summary>
/// Results as JSON. Numbers read back as the same double; those that JSON has no words for are the texts "NaN", "Infinity" and
/// "-Infinity". <c>expected</c>, <c>tolerance</c> and <c>match</c> are null where there is nothing to compare with; <c>error</c> stands
/// only in an example that failed.
/// </summary>
internal static class ResultJson
{
    /// <summary>What <c>--json</c> prints: <c>{"examples":[...]}</c>.</summary>
    public static string Document(IEnumerable<ExampleOutcome> outcomes) => Write(indented: false, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("examples");
        foreach (var outcome in outcomes)
            WriteOutcome(json, outcome);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>What <c>figures.json</c> holds: one element of the document's examples.</summary>
    public static string File(ExampleOutcome outcome) => Write(indented: true, json => WriteOutcome(json, outcome)) + "\n";

    private static void WriteOutcome(Utf8JsonWriter json, ExampleOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("id", outcome.Example.Id);
        json.WriteString("name", outcome.Example.Name);
        json.WriteNumber("seed", outcome.Seed);
        json.WriteNumber("seconds", Math.Round(outcome.Seconds, 3));
        json.WriteStartArray("figures");
        foreach (var figure in outcome.Figures)
            WriteFigure(json, figure);
        json.WriteEndArray();
        if (outcome.Error is not null)
            json.WriteString("error", outcome.Error);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        json.WriteString("name", figure.Name);
        json.WritePropertyName("expected");
        WriteValue(json, figure.Expected);
        json.WritePropertyName("actual");
        WriteValue(json, figure.Actual);
        json.WritePropertyName("tolerance");
        WriteValue(json, figure.Tolerance is { } tolerance ? FigureValue.FromDouble(tolerance) : null);
        json.WritePropertyName("match");
        if (figure.Match is { } match)
            json.WriteBooleanValue(match);
        else
            json.WriteNullValue();
        json.WriteString("source", figure.Source);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, FigureValue? value)
    {
        if (value?.Numbers is null)
        {
            json.WriteStringValue(value?.Text);
            return;
        }

        if (value.IsList)
            json.WriteStartArray();
        foreach (var number in value.Numbers)
            WriteNumber(json, number);
        if (value.IsList)
            json.WriteEndArray();
    }

    internal static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }

    internal static string Write(bool indented, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
