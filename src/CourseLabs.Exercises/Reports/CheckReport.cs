using CourseLabs.Exercises.Judging;

namespace CourseLabs.Exercises.Reports;

/// <summary>What a check says in a terminal: <c>labs check 03</c>, and <c>dotnet run</c> in a handout.</summary>
/// <param name="exercise">The tasks.</param>
/// <param name="verdicts">Theirs, or of some of them.</param>
/// <param name="language">The language.</param>
/// <param name="command">The command that checks again, to which <c>--task 3.2 --hint</c> is added.</param>
public sealed class CheckReport(Exercise exercise, IReadOnlyList<Verdict> verdicts, Language language, string command)
{
    private int Earned => verdicts.Sum(v => v.Earned);

    private int Points => verdicts.Sum(v => v.Points);

    /// <summary>Writes it.</summary>
    /// <param name="writer">To where.</param>
    /// <param name="path">The student's file.</param>
    /// <param name="hint">How many hints are given for what is not solved: 0 to 3.</param>
    public void Write(TextWriter writer, string path, int hint)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TextTable.Write(writer, $"{Say("Lab", "실습")} {exercise.Lab}",
            [Say("task", "문제"), "Tasks.cs", Say("points", "점수"), Say("verdict", "판정")],
            [.. verdicts.Select(v => new[]
            {
                $"{v.Task} {exercise.HintsFor(v.Task, language).Title}", v.Member, $"{v.Earned} / {v.Points}", VerdictWords.Of(v.Kind).In(language),
            })]);
        writer.WriteLine();
        foreach (var verdict in verdicts.Where(v => !v.Passed))
        {
            if (verdict.Kind != VerdictKind.NotStarted)
                writer.WriteLine($"{verdict.Task} {verdict.Member}: {verdict.Message.In(language)}");
            if (verdict.Printed.Length > 0)
                writer.WriteLine($"  {Say("it printed", "출력")}: {verdict.Printed.Trim().ReplaceLineEndings("\n  ")}");
            foreach (var nudge in hint == 0 ? [] : exercise.HintsFor(verdict.Task, language).Nudges.Take(hint))
                writer.WriteLine($"  {Say("hint", "힌트")}: {nudge}");
        }

        writer.WriteLine(Say($"{Earned} of {Points} points ({path}).", $"{Points}점 중 {Earned}점 ({path})."));
        if (verdicts.FirstOrDefault(v => !v.Passed) is not { } next)
            return;
        var said = exercise.HintsFor(next.Task, language);
        writer.WriteLine(Say($"Next: {next.Task} {said.Title}.", $"다음 문제: {next.Task} {said.Title}."));
        writer.WriteLine($"  {OneLine(said.Text)}");
        var more = hint switch { 0 => "--hint", < 3 => $"--hint {hint + 1}", _ => "" };
        if (more.Length > 0)
            writer.WriteLine($"{Say("A hint", "힌트 보기")}: {command} --task {next.Task} {more}{(language == Language.Korean ? " --lang ko" : "")}");
    }

    private string Say(string english, string korean) => new Wording(english, korean).In(language);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
