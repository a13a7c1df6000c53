using CourseLabs.Display;
using CourseLabs.Exercises.Judging;

namespace CourseLabs.Exercises.Reports;

/// <summary>A verdict below a notebook's cell, in both languages.</summary>
/// <param name="exercise">The exercise that the task belongs to.</param>
/// <param name="verdict">What was found.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class NotebookVerdict(Exercise exercise, Verdict verdict) : IHtml
{
    /// <summary>What was found.</summary>
    public Verdict Verdict => verdict;

    /// <summary>As a table.</summary>
    public string ToHtml()
    {
        var words = VerdictWords.Of(verdict.Kind);
        List<string[]> rows = [[$"{verdict.Earned} / {verdict.Points}", $"{words.English} · {words.Korean}"]];
        if (!verdict.Passed && verdict.Kind != VerdictKind.NotStarted)
            rows.AddRange([["", verdict.Message.English], ["", verdict.Message.Korean]]);
        if (verdict.Printed.Length > 0)
            rows.Add(["it printed · 출력", verdict.Printed.Trim()]);
        var titles = exercise.HintsFor(verdict.Task, Language.English).Title + " · " + exercise.HintsFor(verdict.Task, Language.Korean).Title;
        return HtmlTable.Of("", [verdict.Task, titles], rows);
    }

    /// <summary>Where no HTML is shown.</summary>
    public override string ToString() => $"{verdict.Task} {verdict.Member}: {VerdictWords.Of(verdict.Kind).English}. {verdict.Message.English}";
}
