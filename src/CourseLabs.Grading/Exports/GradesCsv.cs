using System.Globalization;
using CourseLabs.Grading.Sandboxing;
using CsvHelper;

namespace CourseLabs.Grading.Exports;

/// <summary>The table of grades, for a spreadsheet.</summary>
public static class GradesCsv
{
    /// <summary>The table's text.</summary>
    public static string Text(GradeSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        // The member beside the id: a spreadsheet would take 3.10 for the number 3.1.
        string[] headings =
        [
            "student", "number", "status", "earned", "points", "late days", "final", .. sheet.Exercise.Checks.Select(c => $"{c.Id} {c.Member}"), "tier", "notes",
        ];
        var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write(CsvFile.Mark);
        // A name that begins with "=" is a formula for a spreadsheet: such cells get an apostrophe before it.
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Injection = CsvInjection.Escape }))
        {
            csv.WriteRecord(headings);
            foreach (var row in sheet.Rows)
                csv.WriteRecord(Cells(row, sheet));
        }

        return text.ToString();
    }

    /// <summary>Points as a text: 12 or 10.8.</summary>
    public static string Number(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A status in words: <c>infra-error</c>.</summary>
    public static string Status(GradeRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(row.Status.ToString());
    }

    /// <summary>A sandbox's tier in words; empty where none ran.</summary>
    public static string Tier(int tier) => tier == 0 ? "" : ((SandboxTier)tier).ToString().ToLowerInvariant();

    private static string[] Cells(GradeRow row, GradeSheet sheet) =>
    [
        row.Student, row.Number, Status(row), Number(row.Earned), Number(sheet.Points), Number(row.DaysLate), Number(row.Final),
        .. row.Tasks.Select(t => Number(t.Earned)), Tier(row.Record?.SandboxTier ?? 0), string.Join(' ', row.Notes.Select(n => n.English)),
    ];
}
