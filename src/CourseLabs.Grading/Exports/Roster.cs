using System.Globalization;

namespace CourseLabs.Grading.Exports;

/// <summary>One student of the class.</summary>
/// <param name="Name">The name.</param>
/// <param name="Number">The student's or the LMS's number; empty where the roster has none.</param>
public sealed record RosterStudent(string Name, string Number)
{
    /// <summary>When the student handed in, by the roster's column <c>submitted</c>: it goes before the files' times.</summary>
    public DateTimeOffset? Submitted { get; init; }

    /// <summary>The student's own due date, by the roster's column <c>due</c>.</summary>
    public DateTimeOffset? Due { get; init; }
}

/// <summary>Who is in the class: a CSV file with the columns number (or id) and name, and perhaps submitted and due.</summary>
/// <param name="Students">In the file's order.</param>
public sealed record Roster(IReadOnlyList<RosterStudent> Students)
{
    private static readonly string[] NumberHeadings = ["number", "student number", "id", "student id", "sis user id", "학번", "번호"];
    private static readonly string[] NameHeadings = ["name", "student", "full name", "student name", "이름", "성명"];

    /// <summary>Reads a roster.</summary>
    /// <exception cref="GradingException">It has no such columns, a student twice, or a time that is none.</exception>
    public static Roster Of(CsvFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        (var number, var name) = (file.Find(NumberHeadings), file.Find(NameHeadings));
        if (number < 0 && name < 0)
            throw new GradingException($"{file.Name} has neither a column number (or id) nor a column name; its columns are {string.Join(", ", file.Headings)}.");
        (var submitted, var due) = (file.Find("submitted"), file.Find("due"));
        RosterStudent[] students = [.. Enumerable.Range(1, file.Rows.Count - 1).Select(row =>
                new RosterStudent(file.Cell(row, name) is { Length: > 0 } given ? given : file.Cell(row, number), file.Cell(row, number))
                {
                    Submitted = Time(file.Cell(row, submitted), file.Name),
                    Due = Time(file.Cell(row, due), file.Name),
                })
            .Where(s => s.Name.Length > 0)];
        var twice = students.GroupBy(s => s.Number.Length > 0 ? s.Number.ToUpperInvariant() : StudentNames<RosterStudent>.Plain(s.Name)).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new(students)
            : throw new GradingException($"{file.Name} has {string.Join(" and ", twice.Select(s => s.Name))} under one {(twice.First().Number.Length > 0 ? $"number, {twice.Key}" : "name and without a number")}.");
    }

    /// <summary>A time with its offset from UTC: <c>2026-10-05T23:59+09:00</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time.</param>
    public static bool TryReadTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm K", "yyyy-MM-dd HH:mm:ss K"],
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time) && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10);

    private static DateTimeOffset? Time(string text, string file)
    {
        if (text.Length == 0)
            return null;
        return TryReadTime(text, out var time)
            ? time
            : throw new GradingException($"{file} has the time \"{text}\"; a time has its offset from UTC, such as 2026-10-05T23:59+09:00.");
    }
}
