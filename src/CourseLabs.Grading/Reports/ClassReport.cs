using System.Globalization;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Reports;

/// <summary>The instructor's page: how the class did, task by task, and who needs a look.</summary>
public static class ClassReport
{
    private const int Bars = 10;
    private const int MostMistakes = 5;
    private const int MostPairs = 40;

    private static readonly PageTemplate Page = new("report.html");

    /// <summary>The page, in one file.</summary>
    /// <param name="sheet">The grades.</param>
    /// <param name="seed">The seed of all inputs.</param>
    /// <param name="similar">Students with similar code; null where nobody looked.</param>
    /// <param name="language">The page's language.</param>
    public static string Html(GradeSheet sheet, long seed, IReadOnlyList<SimilarCode>? similar, Language language)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        GradeRow[] counting = [.. sheet.Rows.Where(r => r.Counts)];
        GradeRow[] graded = [.. counting.Where(r => r.Status == GradeStatus.Graded)];
        double[] seconds = [.. graded.Select(r => r.Record!.Seconds).Order()];
        var slowest = graded.MaxBy(r => r.Record!.Seconds);
        return Page.Render(
            language,
            ("lab", sheet.Exercise.Lab),
            ("seed", seed),
            ("points", sheet.Points),
            ("students", counting.Length),
            ("statuses", counting.GroupBy(r => r.Status).OrderBy(g => g.Key).Select(g => new Count(Said(g.Key).In(language), g.Count(), 0)).ToArray()),
            ("late", counting.Count(r => r.Final < r.Earned)),
            ("mean", graded.Length == 0 ? "" : Number(graded.Average(r => r.Final))),
            ("median", graded.Length == 0 ? "" : Number((decimal)Median([.. graded.Select(r => (double)r.Final).Order()]))),
            ("histogram", Histogram(graded, sheet.Points)),
            ("tasks", sheet.Exercise.Checks.Select(c => TaskRow.Of(c, graded, sheet.Exercise, language)).ToArray()),
            ("verdicts", graded.SelectMany(r => r.Tasks).GroupBy(t => t.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
                .Select(g => new Count(VerdictWords.Of(g.Key).In(language), g.Count(), 0)).ToArray()),
            ("time", seconds.Length == 0 ? "" : Number((decimal)Median(seconds))),
            ("slowest", slowest is null ? "" : Number((decimal)slowest.Record!.Seconds)),
            ("slowest_student", slowest?.Student),
            ("tiers", graded.GroupBy(r => r.Record!.SandboxTier).OrderBy(g => g.Key).Select(g => new Count(GradesCsv.Tier(g.Key), g.Count(), 0)).ToArray()),
            ("untrusted", graded.Any(r => r.Record!.SandboxTier == (int)Sandboxing.SandboxTier.None)),
            ("looks", sheet.Rows.Where(r => r.Notes.Count > (r.DaysLate > 0 ? 1 : 0) || r.Status is GradeStatus.Unreadable or GradeStatus.InfraError or GradeStatus.Missing)
                .Select(r => new Look(r.Student, r.Number, Said(r.Status).In(language), string.Join(' ', r.Notes.Select(n => n.In(language))))).ToArray()),
            ("compared", similar is not null),
            ("similar", (similar ?? []).Take(MostPairs).Select(p => Pair.Of(p, sheet)).ToArray()),
            ("more_similar", Math.Max(0, (similar?.Count ?? 0) - MostPairs))).Text;
    }

    private static Count[] Histogram(GradeRow[] graded, int points)
    {
        var counts = new int[Bars];
        foreach (var row in graded)
            counts[points == 0 ? 0 : Math.Min(Bars - 1, (int)(row.Final * Bars / points))]++;
        var most = Math.Max(1, counts.Max());
        return [.. counts.Select((c, i) => new Count($"{Number((decimal)points * i / Bars)}–{Number((decimal)points * (i + 1) / Bars)}", c, 100 * c / most))];
    }

    private static double Median(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;

    private static string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static Wording Said(GradeStatus status) => status switch
    {
        GradeStatus.Graded => new("graded", "채점됨"),
        GradeStatus.Unreadable => new("unreadable", "읽을 수 없음"),
        GradeStatus.Missing => new("missing", "미제출"),
        _ => new("not graded: the grader's fault", "채점기 오류"),
    };

    private sealed record Count(string Name, int Number, int Percent);

    private sealed record Look(string Student, string Number, string Status, string Notes);

    private sealed record TaskRow(string Id, string Title, string Member, int Points, int Passed, int Percent, int NotStarted, IReadOnlyList<Count> Mistakes)
    {
        public static TaskRow Of(Check check, GradeRow[] graded, Exercise exercise, Language language)
        {
            TaskGrade[] all = [.. graded.Select(r => r.Tasks.Single(t => t.Task == check.Id))];
            var passed = all.Count(t => t.Kind == VerdictKind.Passed);
            var sentences = exercise.HintsFor(check.Id, language).Mistakes;
            // Known mistakes by their sentence; of the rest, what was said of the result.
            var mistakes = all.SelectMany(t => t.Kind switch
            {
                VerdictKind.Passed or VerdictKind.NotStarted => [],
                VerdictKind.KnownMistake => t.Mistakes.Select(m => sentences.GetValueOrDefault(m, m)),
                VerdictKind.DoesNotCompile or VerdictKind.Threw => (IEnumerable<string>)[VerdictWords.Of(t.Kind).In(language)],
                _ => [t.Feedback.In(language)],
            });
            return new(check.Id, exercise.HintsFor(check.Id, language).Title, check.Member, check.Points, passed, all.Length == 0 ? 0 : 100 * passed / all.Length,
                all.Count(t => t.Kind == VerdictKind.NotStarted),
                [.. mistakes.GroupBy(m => m).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostMistakes).Select(g => new Count(g.Key, g.Count(), 0))]);
        }
    }

    private sealed record Pair(string Students, string Percent, string Weight, IReadOnlyList<PairTask> Tasks)
    {
        public static Pair Of(SimilarCode pair, GradeSheet sheet)
        {
            string Name(string submission) => sheet.Rows.FirstOrDefault(r => r.Record?.Student == submission)?.Student ?? submission;
            string[] names = [.. pair.Students.Select(Name)];
            return new(string.Join(", ", names), Percents(pair.Similarity), Number((decimal)pair.Weight),
                [.. pair.Tasks.Select(t => new PairTask(t.Task, Percents(t.Similarity), [.. t.Texts.Zip(names).Select(x => new NamedText(x.Second, x.First))]))]);
        }

        private static string Percents(double part) => Math.Floor(100 * part).ToString(CultureInfo.InvariantCulture);
    }

    private sealed record PairTask(string Id, string Percent, IReadOnlyList<NamedText> Texts);

    private sealed record NamedText(string Student, string Text);
}
