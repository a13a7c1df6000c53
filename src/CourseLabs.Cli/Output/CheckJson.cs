using System.Text.Json;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;

namespace CourseLabs.Cli.Output;

/// <summary>What <c>labs check --json</c> prints.</summary>
internal static class CheckJson
{
    public static string Of(Exercise exercise, IReadOnlyList<Verdict> verdicts, long seed) => ResultJson.Write(indented: false, json =>
    {
        json.WriteStartObject();
        json.WriteString("lab", exercise.Lab);
        json.WriteNumber("seed", seed);
        json.WriteNumber("earned", verdicts.Sum(v => v.Earned));
        json.WriteNumber("points", verdicts.Sum(v => v.Points));
        json.WriteStartArray("tasks");
        foreach (var verdict in verdicts)
            Write(json, verdict);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("id", verdict.Task);
        json.WriteString("member", verdict.Member);
        json.WriteString("verdict", JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.Kind.ToString()));
        json.WriteNumber("earned", verdict.Earned);
        json.WriteNumber("points", verdict.Points);
        json.WriteString("message", verdict.Message.English);
        json.WriteString("messageKo", verdict.Message.Korean);
        json.WriteStartArray("mistakes");
        foreach (var mistake in verdict.Mistakes)
            json.WriteStringValue(mistake);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
