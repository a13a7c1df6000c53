using System.Text.Json;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Tests.Exports;

public sealed class ResultsJsonTests
{
    private static readonly GradeRecord Half = Made.Record("Kim", 5).With("3.6", VerdictKind.Threw, "It threw.").With("3.7", VerdictKind.Wrong, "Another.");

    [Fact]
    public void Gradescope_gets_a_test_a_task_with_score_maximum_and_visibility()
    {
        var json = JsonDocument.Parse(ResultsJson.Gradescope(Row(Half), Made.Lab)).RootElement;

        Assert.Equal(10, json.GetProperty("score").GetDecimal());
        var tests = json.GetProperty("tests").EnumerateArray().ToArray();
        Assert.Equal(Made.Lab.Checks.Select(c => c.Id), tests.Select(t => t.GetProperty("number").GetString()));
        Assert.Equal([3, 1, 2, 2, 2, 0, 0, 0, 0, 0, 0], tests.Select(t => t.GetProperty("score").GetInt32()));
        Assert.Equal(Made.Lab.Checks.Select(c => c.Points), tests.Select(t => t.GetProperty("max_score").GetInt32()));
        Assert.All(tests, t => Assert.Equal("visible", t.GetProperty("visibility").GetString()));
    }

    [Theory]
    [InlineData(GradeStatus.Unreadable, "visible")]
    [InlineData(GradeStatus.Missing, "visible")]
    [InlineData(GradeStatus.InfraError, "hidden")]
    public void Gradescopes_file_is_made_whatever_became_of_the_submission(GradeStatus status, string visibility)
    {
        var json = JsonDocument.Parse(ResultsJson.Gradescope(Row(Made.Record("Kim", 0) with { Status = status }), Made.Lab)).RootElement;

        Assert.Equal((0, visibility), (json.GetProperty("score").GetInt32(), json.GetProperty("visibility").GetString()));
        Assert.Equal(11, json.GetProperty("tests").GetArrayLength());
    }

    [Fact]
    public void Exercism_gets_version_3_with_the_tests_in_the_files_order()
    {
        var json = JsonDocument.Parse(ResultsJson.Exercism(Row(Half), Made.Lab)).RootElement;

        Assert.Equal((3, "fail", JsonValueKind.Null), (json.GetProperty("version").GetInt32(), json.GetProperty("status").GetString(), json.GetProperty("message").ValueKind));
        var tests = json.GetProperty("tests").EnumerateArray().ToArray();
        Assert.Equal(Enumerable.Range(1, 11), tests.Select(t => t.GetProperty("task_id").GetInt32()));
        Assert.Equal(["pass", "pass", "pass", "pass", "pass", "error", "fail", "fail", "fail", "fail", "fail"], tests.Select(t => t.GetProperty("status").GetString()));
        Assert.All(tests, t => Assert.False(t.TryGetProperty("test_code", out _)));
    }

    [Fact]
    public void Exercisms_status_is_error_only_if_nothing_ran()
    {
        var refused = Made.Record("Kim", 0) with { Tasks = [.. Made.Lab.Checks.Select(c => new TaskGrade(c.Id, c.Member, VerdictKind.DoesNotCompile, c.Points, [], "CS1002"))] };

        var error = JsonDocument.Parse(ResultsJson.Exercism(Row(refused), Made.Lab)).RootElement;
        Assert.Equal(("error", "CS1002"), (error.GetProperty("status").GetString(), error.GetProperty("message").GetString()));
        Assert.Equal("fail", Status(refused.With("3.1", VerdictKind.Wrong, "")));
        Assert.Equal("pass", Status(Made.Record("Kim", 11)));
        Assert.Equal("error", Status(Made.Record("Kim", 0) with { Status = GradeStatus.Unreadable }));

        static string? Status(GradeRecord record) => JsonDocument.Parse(ResultsJson.Exercism(Row(record), Made.Lab)).RootElement.GetProperty("status").GetString();
    }

    [Fact]
    public void A_message_has_at_most_65535_bytes_and_no_half_of_a_sign()
    {
        var json = JsonDocument.Parse(ResultsJson.Exercism(Row(Half.With("3.1", VerdictKind.DoesNotCompile, new string('김', 40_000))), Made.Lab)).RootElement;

        var message = json.GetProperty("tests")[0].GetProperty("message").GetString()!;
        Assert.Equal(new string('김', 65_535 / 3), message);
    }

    private static GradeRow Row(GradeRecord record) => Made.Sheet(record).Rows[0];
}
