using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Exports;

/// <summary>One student's verdicts as Gradescope and Exercism read them. Like the feedback, they have no number of an input.</summary>
public static class ResultsJson
{
    private const int LongestMessage = 65_535; // bytes of UTF-8: characters or bytes, it fits

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Gradescope's results.json.</summary>
    public static string Gradescope(GradeRow row, Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(exercise);
        return Write(json =>
        {
            json.WriteNumber("score", row.Final);
            json.WriteString("output", Overall(row));
            // The grader's own fault is no 0 that a student should read.
            json.WriteString("visibility", row.Status == GradeStatus.InfraError ? "hidden" : "visible");
            json.WriteStartArray("tests");
            foreach (var task in row.Tasks)
            {
                json.WriteStartObject();
                json.WriteString("name", Name(task, exercise));
                json.WriteString("number", task.Task);
                json.WriteNumber("score", task.Earned);
                json.WriteNumber("max_score", task.Points);
                json.WriteString("status", task.Kind == VerdictKind.Passed ? "passed" : "failed");
                json.WriteString("visibility", row.Status == GradeStatus.InfraError ? "hidden" : "visible");
                json.WriteString("output", Both(task.Feedback));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Exercism's results.json, version 3. Without <c>test_code</c>: it would show the check. Without <c>output</c>: what a student's code prints may be the input.</summary>
    public static string Exercism(GradeRow row, Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(exercise);
        // "error" is for a submission of which nothing ran.
        var nothingRan = row.Status != GradeStatus.Graded || row.Tasks.All(t => t.Kind == VerdictKind.DoesNotCompile);
        return Write(json =>
        {
            json.WriteNumber("version", 3);
            json.WriteString("status", nothingRan ? "error" : row.Tasks.All(t => t.Kind == VerdictKind.Passed) ? "pass" : "fail");
            json.WriteString("message", nothingRan ? Cut(row.Status == GradeStatus.Graded ? Both(row.Tasks[0].Feedback) : Overall(row)) : null);
            json.WriteStartArray("tests");
            foreach (var task in nothingRan ? [] : row.Tasks)
            {
                json.WriteStartObject();
                json.WriteString("name", Name(task, exercise));
                json.WriteString("status", Status(task.Kind));
                json.WriteString("message", task.Kind == VerdictKind.Passed ? null : Cut(Both(task.Feedback)));
                json.WriteNumber("task_id", int.Parse(task.Task.Split('.')[1], CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    // What keeps a method from giving a value is an error, a wrong value a failure.
    private static string Status(VerdictKind kind) => kind switch
    {
        VerdictKind.Passed => "pass",
        VerdictKind.DoesNotCompile or VerdictKind.WrongSignature or VerdictKind.Threw or VerdictKind.EndedProcess or VerdictKind.TooSlow => "error",
        _ => "fail",
    };

    private static string Overall(GradeRow row) => Both(row.Status switch
    {
        GradeStatus.Graded => new Wording($"{row.Earned} of {row.Tasks.Sum(t => t.Points)} points.", $"{row.Tasks.Sum(t => t.Points)}점 중 {row.Earned}점.") + (row.Late ?? ""),
        GradeStatus.Unreadable => new("There is no Tasks.cs that can be read.", "읽을 수 있는 Tasks.cs가 없습니다."),
        GradeStatus.Missing => new("Nothing was handed in.", "제출물이 없습니다."),
        _ => new("It could not be graded, by the grader's own fault.", "채점기의 오류로 채점하지 못했습니다."),
    });

    private static string Name(TaskGrade task, Exercise exercise) => $"{task.Task} {exercise.HintsFor(task.Task, Language.English).Title}";

    private static string Both(Wording wording) => wording.English == wording.Korean ? wording.English : $"{wording.English}\n{wording.Korean}";

    private static string Cut(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= LongestMessage)
            return text;
        var cut = new StringBuilder();
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((length += rune.Utf8SequenceLength) > LongestMessage)
                break;
            cut.Append(rune);
        }

        return cut.ToString();
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
