using System.Text.Json;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;

namespace CourseLabs.Cli.Output;

/// <summary>What <c>labs check</c> says.</summary>
internal sealed class CheckReport(Exercise exercise, IReadOnlyList<Verdict> verdicts, Language language)
{
    private int Earned => verdicts.Sum(v => v.Earned);

    private int Points => verdicts.Sum(v => v.Points);

    public void Write(Terminal terminal, string path, int hint)
    {
        using var screen = new Screen(terminal.Out, terminal.OutIsTerminal);
        screen.Show(Table());
        foreach (var verdict in verdicts.Where(v => !v.Passed))
        {
            if (verdict.Kind != VerdictKind.NotStarted)
                terminal.Out.WriteLine($"{verdict.Task} {verdict.Member}: {verdict.Message.In(language)}");
            if (verdict.Printed.Length > 0)
                terminal.Out.WriteLine($"  {Say("it printed", "출력")}: {verdict.Printed.Trim().ReplaceLineEndings("\n  ")}");
            foreach (var nudge in hint == 0 ? [] : exercise.HintsFor(verdict.Task, language).Nudges.Take(hint))
                terminal.Out.WriteLine($"  {Say("hint", "힌트")}: {nudge}");
        }

        terminal.Out.WriteLine(Say($"{Earned} of {Points} points ({path}).", $"{Points}점 중 {Earned}점 ({path})."));
        if (verdicts.FirstOrDefault(v => !v.Passed) is not { } next)
            return;
        var said = exercise.HintsFor(next.Task, language);
        terminal.Out.WriteLine(Say($"Next: {next.Task} {said.Title}.", $"다음 문제: {next.Task} {said.Title}."));
        terminal.Out.WriteLine($"  {OneLine(said.Text)}");
        var more = hint switch { 0 => "--hint", < 3 => $"--hint {hint + 1}", _ => "" };
        if (more.Length > 0)
            terminal.Out.WriteLine(Say("A hint", "힌트 보기") + $": ./labs.sh check {exercise.Number} --task {next.Task} {more}");
    }

    public static string Json(Exercise exercise, IReadOnlyList<Verdict> verdicts, long seed) => ResultJson.Write(indented: false, json =>
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

    private Examples.Table Table() => Examples.Table.Of(
        "check", $"{Say("Lab", "실습")} {exercise.Lab}", verdicts,
        (Say("task", "문제"), v => $"{v.Task} {exercise.HintsFor(v.Task, language).Title}"),
        (Say("in Tasks.cs", "Tasks.cs"), v => v.Member),
        (Say("points", "점수"), v => $"{v.Earned} / {v.Points}"),
        (Say("verdict", "판정"), v => VerdictWords.Of(v.Kind).In(language)));

    private string Say(string english, string korean) => new Wording(english, korean).In(language);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
