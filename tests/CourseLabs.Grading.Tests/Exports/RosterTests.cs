using System.Text;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Tests.Exports;

public sealed class RosterTests
{
    [Fact]
    public void Who_has_handed_in_nothing_is_missing_with_0_points()
    {
        var sheet = Made.Sheet(Made.Roster("id,name\n7,Lee\n8,Kim\n"), Made.Record("Kim"));

        Assert.Equal([("Lee", GradeStatus.Missing, 0), ("Kim", GradeStatus.Graded, 10)], sheet.Rows.Select(r => (r.Student, r.Status, r.Earned)));
        Assert.Equal(25, sheet.Rows[0].Tasks.Sum(t => t.Points));
    }

    [Fact]
    public void A_submission_of_nobody_on_the_roster_is_noted_and_kept()
    {
        var sheet = Made.Sheet(Made.Roster("id,name\n8,Kim\n"), Made.Record("Kim"), Made.Record("stranger"));

        var stranger = Assert.Single(sheet.Rows, r => r.Student == "stranger");
        Assert.Contains("Nobody on the roster", stranger.Notes[0].English, StringComparison.Ordinal);
        Assert.Equal(10, stranger.Earned);
    }

    [Theory]
    [InlineData("kim minji", "")]
    [InlineData("KIMMINJI", "")]
    [InlineData("Kim, Minji", "")]
    [InlineData("somebody", "20231234")]
    [InlineData("20231234", "")]
    [InlineData("20231234_kmj", "")]
    public void A_student_is_found_by_number_or_by_a_name_written_otherwise(string submission, string number)
    {
        var sheet = Made.Sheet(Made.Roster("number,name\n20231234,Kim Minji\n20235678,Lee\n"), Made.Record(submission, number: number));

        Assert.Equal(GradeStatus.Graded, sheet.Rows.Single(r => r.Number == "20231234").Status);
    }

    [Fact]
    public void A_Korean_name_is_the_same_put_together_and_taken_apart()
    {
        var sheet = Made.Sheet(Made.Roster("학번,이름\n1,김민지\n"), Made.Record("김민지".Normalize(NormalizationForm.FormD)));

        Assert.Equal(GradeStatus.Graded, Assert.Single(sheet.Rows).Status);
    }

    [Fact]
    public void The_number_goes_before_the_name()
    {
        var sheet = Made.Sheet(Made.Roster("id,name\n1001,Kim\n1002,Lee\n"), Made.Record("Kim", 3, number: "1002"));

        Assert.Equal([("Kim", GradeStatus.Missing), ("Lee", GradeStatus.Graded)], sheet.Rows.Select(r => (r.Student, r.Status)));
    }

    [Fact]
    public void A_name_that_two_students_have_is_given_to_neither()
    {
        var sheet = Made.Sheet(Made.Roster("id,name\n1,Kim\n2,Kim\n"), Made.Record("Kim"));

        Assert.Equal([GradeStatus.Missing, GradeStatus.Missing, GradeStatus.Graded], sheet.Rows.Select(r => r.Status));
    }

    [Fact]
    public void Of_two_submissions_of_one_student_the_better_one_counts_and_the_other_stays()
    {
        var sheet = Made.Sheet(Made.Roster("id,name\n1,Kim Minji\n"), Made.Record("kim minji", 2), Made.Record("kimminji", 6));

        Assert.Equal([(12, true), (4, false)], sheet.Rows.Select(r => (r.Earned, r.Counts)));
        Assert.All(sheet.Rows, r => Assert.NotEmpty(r.Notes));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "neither a column number")]
    [InlineData("id,name\n1,Kim\n1,Lee\n", "Kim and Lee under one number")]
    [InlineData("name\nKim\nkim\n", "under one name")]
    [InlineData("name,due\nKim,tomorrow\n", "\"tomorrow\"")]
    [InlineData("name,submitted\nKim,2026-10-05T12:00\n", "offset from UTC")]
    public void A_roster_that_cannot_be_used_says_why(string csv, string says) =>
        Assert.Contains(says, Assert.Throws<GradingException>(() => Made.Roster(csv)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_roster_of_Korean_Windows_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var folder = new Folder();
        File.WriteAllBytes(folder["roster.csv"], Encoding.GetEncoding(949).GetBytes("학번;이름\r\n1;김민지\r\n"));

        Assert.Equal(new RosterStudent("김민지", "1"), Assert.Single(Roster.Of(CsvFile.Read(folder["roster.csv"])).Students));
    }
}
