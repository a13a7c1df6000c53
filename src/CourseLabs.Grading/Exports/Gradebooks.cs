using System.Globalization;
using System.Text.RegularExpressions;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Exports;

/// <summary>An LMS's gradebook with our grades in one of its columns.</summary>
/// <param name="Text">The file's text: nothing but that column has changed.</param>
/// <param name="Filled">How many students got a grade.</param>
/// <param name="Left">Who is in the LMS's file but not in the grades: their cells stay as they are.</param>
/// <param name="Notes">What a person should look at.</param>
public sealed record Gradebook(string Text, int Filled, IReadOnlyList<string> Left, IReadOnlyList<string> Notes);

/// <summary>Puts grades into the files that Canvas and Moodle export, so that they can be uploaded again.</summary>
public static partial class Gradebooks
{
    private static readonly string[] CanvasNumbers = ["ID", "SIS User ID", "SIS Login ID"];

    /// <summary>Into Canvas's gradebook export: Student, ID, SIS User ID, SIS Login ID, Section, and a column <c>Title (id)</c> an assignment.</summary>
    /// <param name="export">The export.</param>
    /// <param name="column">The assignment's heading; may be null where there is one assignment only.</param>
    /// <param name="sheet">The grades.</param>
    /// <exception cref="GradingException">It is no such export, or has no such column.</exception>
    public static Gradebook Canvas(CsvFile export, string? column, GradeSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(sheet);
        (var student, var id) = (export.Column("Student"), export.Column("ID"));
        if (student < 0 || id < 0)
            throw new GradingException($"{export.Name} is no gradebook export of Canvas: it has no columns Student and ID.");
        string[] assignments = [.. export.Headings.Where(h => Assignment().IsMatch(h))];
        // A heading that Canvas does not know would create an assignment there.
        var grade = column is not null ? export.Column(column) : assignments.Length == 1 ? export.Column(assignments[0]) : -1;
        if (grade < 0)
        {
            throw new GradingException($"{(column is null ? "Which column of" : $"There is no column \"{column}\" in")} {export.Name}{(column is null ? " gets the grades? Name it by --column" : "")}; "
                + $"it has {string.Join(", ", assignments.Select(a => $"\"{a}\""))}.");
        }

        int[] numbers = [.. CanvasNumbers.Select(n => export.Column(n)).Where(i => i >= 0)];
        var notes = new List<string>();
        var possible = Enumerable.Range(0, export.Rows.Count).FirstOrDefault(r => IsPointsPossible(export, r));
        if (possible > 0 && decimal.TryParse(export.Cell(possible, grade), NumberStyles.Number, CultureInfo.InvariantCulture, out var points) && points != sheet.Points)
            notes.Add($"Canvas has {GradesCsv.Number(points)} points possible for \"{export.Headings[grade]}\", the exercise {sheet.Points}: set it to {sheet.Points} in Canvas.");
        return Filled(export, sheet, grade, notes, row => export.Cell(row, id).Length == 0 || IsPointsPossible(export, row)
            ? null
            : (numbers.Select(i => export.Cell(row, i)), export.Cell(row, student)));
    }

    /// <summary>Into Moodle's grading worksheet: Identifier ("Participant 123"), Full name, Grade, Last modified (grade) and others.</summary>
    /// <param name="worksheet">The worksheet.</param>
    /// <param name="sheet">The grades.</param>
    /// <exception cref="GradingException">It is no such worksheet.</exception>
    public static Gradebook Moodle(CsvFile worksheet, GradeSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(worksheet);
        ArgumentNullException.ThrowIfNull(sheet);
        (var identifier, var name, var grade) = (worksheet.Column("Identifier"), worksheet.Column("Full name"), worksheet.Column("Grade"));
        string[] needed = ["Identifier", "Grade", "Last modified (grade)"];
        if (needed.FirstOrDefault(n => worksheet.Column(n) < 0) is { } missing)
            throw new GradingException($"{worksheet.Name} is no grading worksheet of Moodle: it has no column \"{missing}\". Moodle writes the headings in your language: set it to English, for the download and the upload.");
        if (worksheet.Separator != ',')
            throw new GradingException($"{worksheet.Name} has its cells parted by \"{worksheet.Separator}\": Moodle reads commas only. Take the worksheet as Moodle gives it.");
        (var most, var changeable) = (worksheet.Find("Maximum grade"), worksheet.Column("Grade can be changed"));
        var notes = new List<string>();
        if (worksheet.Rows.Count > 1 && decimal.TryParse(worksheet.Cell(1, most), NumberStyles.Number, CultureInfo.InvariantCulture, out var points) && points != sheet.Points)
            notes.Add($"Moodle's maximum grade is {GradesCsv.Number(points)}, the exercise has {sheet.Points} points: set it to {sheet.Points} in Moodle.");
        return Filled(worksheet, sheet, grade, notes, row => worksheet.Cell(row, identifier).Length == 0 || worksheet.Cell(row, changeable) == "No"
            ? null
            : ([Digits().Match(worksheet.Cell(row, identifier)).Value, worksheet.Cell(row, worksheet.Find("ID number"))], worksheet.Cell(row, name)));
    }

    private static Gradebook Filled(CsvFile file, GradeSheet sheet, int column, List<string> notes, Func<int, (IEnumerable<string> Numbers, string Name)?> studentOf)
    {
        var graded = new StudentNames<GradeRow>(sheet.Rows.Where(r => r.Counts).Select(r => (r, r.Numbers, r.Student)));
        var students = new StudentNames<string[]>(Enumerable.Range(1, file.Rows.Count - 1).Where(r => studentOf(r) is not null).Select(r => (file.Rows[r], studentOf(r)!.Value.Numbers, studentOf(r)!.Value.Name)));
        var values = new Dictionary<int, string>();
        var left = new List<string>();
        var filled = new HashSet<GradeRow>(ReferenceEqualityComparer.Instance);
        for (var row = 1; row < file.Rows.Count; row++)
        {
            if (studentOf(row) is not var (numbers, name))
                continue;
            // Each must mean the other: where two students have one name, it is nobody's grade. And the grader's own fault is nobody's 0.
            if (graded.Find(numbers, name) is { Status: not GradeStatus.InfraError } found && students.Find(found.Numbers, found.Student) == file.Rows[row])
            {
                values[row] = GradesCsv.Number(found.Final);
                filled.Add(found);
            }
            else
            {
                left.Add(name);
            }
        }

        GradeRow[] nowhere = [.. sheet.Rows.Where(r => r.Counts && !filled.Contains(r) && r.Status is GradeStatus.Graded or GradeStatus.Unreadable)];
        if (nowhere.Length > 0)
            notes.Add($"Not found in {file.Name}: {string.Join(", ", nowhere.Select(r => r.Student))}.");
        return new(file.With(column, values), filled.Count, left, notes);
    }

    private static bool IsPointsPossible(CsvFile export, int row) => export.Cell(row, 0).StartsWith("Points Possible", StringComparison.Ordinal);

    [GeneratedRegex(@"\(\d+\)\s*$")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\d+$")]
    private static partial Regex Digits();
}
