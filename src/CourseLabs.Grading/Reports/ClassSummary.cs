using System.Globalization;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Sandboxing;

namespace CourseLabs.Grading.Reports;

/// <summary>What the instructor's page says of a class.</summary>
/// <param name="Sheet">The grades.</param>
/// <param name="Seed">The seed of all inputs.</param>
/// <param name="Pairs">Students with similar code; null where nobody looked.</param>
/// <param name="Language">The page's language.</param>
public sealed record ClassSummary(GradeSheet Sheet, long Seed, IReadOnlyList<SimilarCode>? Pairs, Language Language)
{
    /// <summary>The most pairs that are shown.</summary>
    public const int MostPairs = 40;

    private const int Bars = 10;
    private const int MostMistakes = 5;

    private readonly GradeRow[] counting = [.. Sheet.Rows.Where(r => r.Counts)];
    private readonly GradeRow[] graded = [.. Sheet.Rows.Where(r => r.Counts && r.Status == GradeStatus.Graded)];

    /// <summary>How many students there are.</summary>
    public int Students => counting.Length;

    /// <summary>How many of each status.</summary>
    public IEnumerable<Count> Statuses => counting.GroupBy(r => r.Status).OrderBy(g => g.Key).Select(g => new Count(Said(g.Key), g.Count()));

    /// <summary>How many lost points for being late.</summary>
    public int Late => counting.Count(r => r.Final < r.Earned);

    /// <summary>The mean of the points; null where nobody was graded.</summary>
    public string? Mean => graded.Length == 0 ? null : Number(graded.Average(r => r.Final));

    /// <summary>The median of the points; null where nobody was graded.</summary>
    public string? Median => graded.Length == 0 ? null : Number((decimal)MedianOf(graded.Select(r => (double)r.Final)));

    /// <summary>Whether some ran without a sandbox.</summary>
    public bool IsUntrusted => graded.Any(r => r.Record!.SandboxTier == (int)SandboxTier.None);

    /// <summary>How many have how many points.</summary>
    public IReadOnlyList<Count> Histogram
    {
        get
        {
            var counts = new int[Bars];
            foreach (var row in graded)
                counts[Sheet.Points == 0 ? 0 : Math.Min(Bars - 1, (int)(row.Final * Bars / Sheet.Points))]++;
            var most = Math.Max(1, counts.Max());
            return [.. counts.Select((c, i) => new Count($"{Number((decimal)Sheet.Points * i / Bars)}–{Number((decimal)Sheet.Points * (i + 1) / Bars)}", c, 100 * c / most))];
        }
    }

    /// <summary>Task by task.</summary>
    public IEnumerable<TaskSummary> Tasks => Sheet.Exercise.Checks.Select(Of);

    /// <summary>How many of each verdict, over all tasks.</summary>
    public IEnumerable<Count> Verdicts => graded.SelectMany(r => r.Tasks).GroupBy(t => t.Kind)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => new Count(VerdictWords.Of(g.Key).In(Language), g.Count()));

    /// <summary>Who was not graded, or whose grading has a note beside that of being late.</summary>
    public IReadOnlyList<GradeRow> Looks =>
        [.. Sheet.Rows.Where(r => r.Notes.Count > (r.DaysLate > 0 ? 1 : 0) || r.Status is GradeStatus.Unreadable or GradeStatus.InfraError or GradeStatus.Missing)];

    /// <summary>The median time of a submission, in seconds.</summary>
    public string MedianSeconds => Number((decimal)MedianOf(graded.Select(r => r.Record!.Seconds)));

    /// <summary>Whose submission took longest; null where nobody was graded.</summary>
    public GradeRow? Slowest => graded.MaxBy(r => r.Record!.Seconds);

    /// <summary>How many were graded in which sandbox.</summary>
    public IEnumerable<Count> Tiers => graded.GroupBy(r => r.Record!.SandboxTier).OrderBy(g => g.Key).Select(g => new Count(GradesCsv.Tier(g.Key), g.Count()));

    /// <summary>The student whose submission has this name.</summary>
    public string NameOf(string submission) => Sheet.Rows.FirstOrDefault(r => r.Record?.Student == submission)?.Student ?? submission;

    /// <summary>A status in words.</summary>
    public string Said(GradeStatus status) => (status switch
    {
        GradeStatus.Graded => new Wording("graded", "채점됨"),
        GradeStatus.Unreadable => new("unreadable", "읽을 수 없음"),
        GradeStatus.Missing => new("missing", "미제출"),
        _ => new("not graded: the grader's fault", "채점기 오류"),
    }).In(Language);

    /// <summary>A number with one decimal at most.</summary>
    public static string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A share of 1 in whole percents, rounded down.</summary>
    public static string Percents(double part) => Math.Floor(100 * part).ToString(CultureInfo.InvariantCulture);

    private TaskSummary Of(Check check)
    {
        TaskGrade[] all = [.. graded.Select(r => r.Tasks.Single(t => t.Task == check.Id))];
        var hints = Sheet.Exercise.HintsFor(check.Id, Language);
        // Known mistakes by their sentence; of the rest, what was said of the result.
        var mistakes = all.SelectMany(t => t.Kind switch
        {
            VerdictKind.Passed or VerdictKind.NotStarted => [],
            VerdictKind.KnownMistake => t.Mistakes.Select(m => hints.Mistakes.GetValueOrDefault(m, m)),
            VerdictKind.DoesNotCompile or VerdictKind.Threw => (IEnumerable<string>)[VerdictWords.Of(t.Kind).In(Language)],
            _ => [t.Feedback.In(Language)],
        });
        return new(
            check, hints.Title, all.Count(t => t.Kind == VerdictKind.Passed), all.Length, all.Count(t => t.Kind == VerdictKind.NotStarted),
            [.. mistakes.GroupBy(m => m).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostMistakes).Select(g => new Count(g.Key, g.Count()))]);
    }

    private static double MedianOf(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>How many of something.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Number">How many.</param>
/// <param name="Percent">Of the largest such number, where it is drawn.</param>
public sealed record Count(string Name, int Number, int Percent = 0);

/// <summary>How a class did in one task.</summary>
/// <param name="Check">The task.</param>
/// <param name="Title">Its title.</param>
/// <param name="Passed">How many passed.</param>
/// <param name="Graded">Of how many.</param>
/// <param name="NotStarted">How many have left the blank.</param>
/// <param name="Mistakes">The commonest mistakes, with how many students.</param>
public sealed record TaskSummary(Check Check, string Title, int Passed, int Graded, int NotStarted, IReadOnlyList<Count> Mistakes)
{
    /// <summary>How many percent passed.</summary>
    public int Percent => Graded == 0 ? 0 : 100 * Passed / Graded;
}
