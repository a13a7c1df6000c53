using System.CommandLine;
using CourseLabs.Cli.Running;
using CourseLabs.Data;
using CourseLabs.Examples;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Source;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Reports;
using CourseLabs.Grading.Submissions;

namespace CourseLabs.Cli.Commands;

/// <summary>What comes out of grading, for <c>labs grade</c> and <c>labs grade merge</c>: files made of the results alone.</summary>
internal static class GradeExports
{
    public static readonly Option<string> Out = new("--out")
    {
        Description = "The table of grades; the results it is made of lie beside it, in a folder .results",
        HelpName = "FILE",
        DefaultValueFactory = _ => "grades.csv",
    };

    private const int MostNames = 10;

    private static readonly Option<string?> RosterFile = new("--roster")
    {
        Description = "The class, a CSV file with number (or id) and name: who is missing gets a row. Columns submitted and due go before files' times",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Late = new("--late")
    {
        Description = "Take off for handing in late: the due date with its offset, percent for each begun day, perhaps the most: 2026-10-05T23:59+09:00,10,50",
        HelpName = "DUE,PERCENT[,MOST]",
    };

    private static readonly Option<string?> Canvas = new("--canvas")
    {
        Description = "Canvas's gradebook export: written anew beside the table, with the grades in one column (--column)",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Column = new("--column")
    {
        Description = "That column, as the export has it: \"Lab 03 (12345)\"",
        HelpName = "TITLE",
    };

    private static readonly Option<string?> Moodle = new("--moodle")
    {
        Description = "Moodle's grading worksheet: written anew beside the table, with the grades in it",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Gradescope = new("--gradescope") { Description = "A results.json a student, as Gradescope reads it", HelpName = "DIR" };

    private static readonly Option<string?> Exercism = new("--exercism") { Description = "A results.json a student, as Exercism reads it (version 3)", HelpName = "DIR" };

    private static readonly Option<string?> Feedback = new("--feedback") { Description = "A page a student, as HTML and as Markdown, in English and Korean", HelpName = "DIR" };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "The instructor's page; beside the table, as .html, when left out",
        HelpName = "FILE",
    };

    private static readonly Option<string?> JPlag = new("--jplag") { Description = "The submissions and the stub as the program JPlag reads them", HelpName = "DIR" };

    public static IReadOnlyList<Option> Options => [Out, RosterFile, Late, Canvas, Column, Moodle, Gradescope, Exercism, Feedback, Report, JPlag, CheckCommand.Lang];

    /// <summary>Names in a sentence, the first ten of many.</summary>
    public static string Named(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? ", ..." : "");

    /// <summary>The folder of results that belongs to a table of grades.</summary>
    public static RecordFiles ResultsOf(string table) => new(Path.ChangeExtension(Path.GetFullPath(table), ".results"));

    /// <summary>Reads what the files are made of, so that a mistake in it is said before the grading and not after it.</summary>
    public static ExportPlan Plan(ParseResult parsed, Exercise exercise)
    {
        if (parsed.GetValue(Column) is not null && parsed.GetValue(Canvas) is null)
            throw new UserErrorException("--column names a column of Canvas's export: give that by --canvas.");
        var plan = new ExportPlan(
            parsed.GetValue(RosterFile) is { } roster ? Roster.Of(CsvFile.Read(roster)) : null,
            parsed.GetValue(Late) is { } late ? LateRule.Parse(late) : null,
            parsed.GetValue(Canvas) is { } canvas ? CsvFile.Read(canvas) : null,
            parsed.GetValue(Moodle) is { } moodle ? CsvFile.Read(moodle) : null);
        var nobody = GradeSheet.Of(exercise, []);
        if (plan.Canvas is not null)
            Gradebooks.Canvas(plan.Canvas, parsed.GetValue(Column), nobody);
        if (plan.Moodle is not null)
            Gradebooks.Moodle(plan.Moodle, nobody);
        return plan;
    }

    /// <summary>Writes all files that were asked for, and says what a person should know of them.</summary>
    /// <param name="parsed">The command's options.</param>
    /// <param name="plan">What was read before.</param>
    /// <param name="exercise">The exercise.</param>
    /// <param name="seed">The seed of all inputs.</param>
    /// <param name="records">The results.</param>
    /// <param name="submissions">What was handed in, for the search for similar code; null when it is not there.</param>
    /// <param name="terminal">Where it is said.</param>
    public static void Write(
        ParseResult parsed, ExportPlan plan, Exercise exercise, long seed, IReadOnlyList<GradeRecord> records, IReadOnlyList<Submission>? submissions, Terminal terminal)
    {
        (var table, var language) = (Path.GetFullPath(parsed.GetValue(Out)!), parsed.GetValue(CheckCommand.Lang));
        var sheet = GradeSheet.Of(exercise, records, plan.Roster, plan.Late);
        Save(table, GradesCsv.Text(sheet));
        if (plan.Canvas is not null)
            Save(Path.ChangeExtension(table, ".canvas.csv"), Gradebooks.Canvas(plan.Canvas, parsed.GetValue(Column), sheet));
        if (plan.Moodle is not null)
            Save(Path.ChangeExtension(table, ".moodle.csv"), Gradebooks.Moodle(plan.Moodle, sheet));
        foreach (var row in sheet.Rows.Where(r => r.Counts))
        {
            var name = FileNames.For(row.Record?.Student ?? $"{row.Student} {row.Number}".Trim());
            if (parsed.GetValue(Gradescope) is { } gradescope)
                AtomicFile.Write(Path.Combine(gradescope, name, "results.json"), ResultsJson.Gradescope(row, exercise));
            if (parsed.GetValue(Exercism) is { } exercism)
                AtomicFile.Write(Path.Combine(exercism, name, "results.json"), ResultsJson.Exercism(row, exercise));
            if (parsed.GetValue(Feedback) is { } feedback)
            {
                AtomicFile.Write(Path.Combine(feedback, name + ".html"), FeedbackPage.Html(row, exercise, language));
                AtomicFile.Write(Path.Combine(feedback, name + ".md"), FeedbackPage.Markdown(row, exercise, language));
            }
        }

        IReadOnlyList<SimilarCode>? similar = null;
        if (submissions is not null)
        {
            var solved = File.ReadAllText(ExerciseFolder.TasksFile(exercise, null));
            var stub = TaskFile.Parse(solved).Stub();
            similar = SimilarCode.Find(exercise, solved, stub, submissions);
            if (parsed.GetValue(JPlag) is { } jplag)
            {
                foreach ((var path, var text) in JPlagFolder.Files(submissions, stub))
                    AtomicFile.Write(Path.Combine(jplag, path), text);
            }
        }

        Save(Path.GetFullPath(parsed.GetValue(Report) ?? Path.ChangeExtension(table, ".html")), ClassReport.Html(sheet, seed, similar, language));
        if (plan.Late is not null)
        {
            terminal.Error.WriteLine($"The late rule takes points off {sheet.Rows.Count(r => r.Final < r.Earned)} of {sheet.Rows.Count} students; "
                + $"of {sheet.Rows.Count(r => r.Late is not null && r.DaysLate == 0)} no time is known.");
        }

        void Save(string path, object text)
        {
            var book = text as Gradebook;
            AtomicFile.Write(path, book?.Text ?? (string)text);
            terminal.Error.WriteLine($"{path}{(book is null ? "" : $": {book.Filled} grades")}");
            foreach (var note in book?.Notes ?? [])
                terminal.Error.WriteLine($"  {note}");
            if (book?.Left.Count > 0)
                terminal.Error.WriteLine($"  Left as they are: {string.Join(", ", book.Left)}.");
        }
    }

    /// <summary>What was read for the files.</summary>
    /// <param name="Roster">The class.</param>
    /// <param name="Late">What is taken off.</param>
    /// <param name="Canvas">Canvas's export.</param>
    /// <param name="Moodle">Moodle's worksheet.</param>
    internal sealed record ExportPlan(Roster? Roster, LateRule? Late, CsvFile? Canvas, CsvFile? Moodle);
}
