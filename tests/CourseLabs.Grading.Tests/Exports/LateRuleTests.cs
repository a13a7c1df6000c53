using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CourseLabs.Grading.Tests.Exports;

public sealed class LateRuleTests
{
    private static readonly DateTimeOffset Due = new(2026, 10, 5, 23, 59, 0, TimeSpan.FromHours(9));
    private static readonly LateRule Rule = new(Due, 10, 50);

    private static readonly Arbitrary<(int Points, decimal PerDay, decimal Most, int Days)> Any = (
        from points in Gen.Choose(0, 1000) from day in Gen.Choose(0, 1000) from most in Gen.Choose(0, 1000) from days in Gen.Choose(-5, 400)
        select (points, day / 10m, most / 10m, days)).ToArbitrary();

    [Property(MaxTest = 1000)]
    public Property The_final_points_are_never_below_0_nor_above_the_points() => Prop.ForAll(Any, x =>
        Assert.InRange(new LateRule(Due, x.PerDay, x.Most).Final(x.Points, x.Days), 0, x.Points));

    [Property(MaxTest = 1000)]
    public Property A_day_more_never_gives_more_points() => Prop.ForAll(Any, x =>
        Assert.True(new LateRule(Due, x.PerDay, x.Most).Final(x.Points, x.Days + 1) <= new LateRule(Due, x.PerDay, x.Most).Final(x.Points, x.Days)));

    [Property(MaxTest = 1000)]
    public Property Never_more_is_taken_off_than_the_most() => Prop.ForAll(Any, x =>
        Assert.True(new LateRule(Due, x.PerDay, x.Most).Final(x.Points, x.Days) >= Math.Round(x.Points * (100 - x.Most) / 100, 2, MidpointRounding.AwayFromZero)));

    [Theory]
    [InlineData(0, 0)] // at the minute itself
    [InlineData(1, 1)]
    [InlineData(24 * 3600, 1)]
    [InlineData((24 * 3600) + 1, 2)]
    [InlineData(-3600, 0)]
    public void Each_begun_day_counts_as_one(int seconds, int days) => Assert.Equal(days, Rule.DaysLate(Due.AddSeconds(seconds)));

    [Fact]
    public void The_offset_counts_not_the_clock_on_the_wall() => Assert.Equal(0, Rule.DaysLate(new(2026, 10, 5, 14, 59, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("2026-10-05T23:59+09:00,10,50", 10, 50)]
    [InlineData("2026-10-05T14:59Z,12.5", 12.5, 100)]
    [InlineData("2026-10-05 23:59:00 +09:00, 10", 10, 100)]
    public void A_rule_is_read(string text, double perDay, double most) => Assert.Equal(new LateRule(Due, (decimal)perDay, (decimal)most), LateRule.Parse(text));

    [Theory]
    [InlineData("2026-10-05T23:59,10")] // where?
    [InlineData("2026-10-05T23:59+09:00")]
    [InlineData("2026-10-05T23:59+09:00,101")]
    [InlineData("2026-10-05T23:59+09:00,-1")]
    [InlineData("2026-10-05T23:59+09:00,1,2,3")]
    [InlineData("")]
    public void What_is_no_rule_is_said_to_be_none(string text) =>
        Assert.Contains("2026-10-05T23:59+09:00,10,50", Assert.Throws<GradingException>(() => LateRule.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_records_keep_their_points_and_the_row_says_what_was_taken_off()
    {
        var record = Made.Record("Kim", 5) with { Submitted = Due.AddDays(1.5) };

        var row = Row(record);

        Assert.Equal((10, 2, 8m), (row.Earned, row.DaysLate, row.Final));
        Assert.Equal("Handed in at 2026-10-07 11:59 +09:00 (by the file's time), 2 days late: 20 % taken off.", Assert.Single(row.Notes).English);
    }

    [Fact]
    public void Where_no_time_is_known_nothing_is_taken_off_and_that_is_said()
    {
        var row = Row(Made.Record("Kim", 5) with { Submitted = null });

        Assert.Equal((0, 10m), (row.DaysLate, row.Final));
        Assert.Equal("Nothing is taken off: no time is known.", Assert.Single(row.Notes).English);
    }

    // Canvas's downloads have the time of the download.
    [Fact]
    public void An_LMS_that_marks_late_submissions_goes_before_the_files_time()
    {
        var late = Made.Record("Kim", 5) with { Submitted = Due.AddDays(9) };

        Assert.Equal((0, 10m, 0), Row(late with { MarkedLate = false }) is var onTime ? (onTime.DaysLate, onTime.Final, onTime.Notes.Count) : default);
        var marked = Row(late with { MarkedLate = true });
        Assert.Equal((0, 10m), (marked.DaysLate, marked.Final));
        Assert.Contains("the LMS calls it late", Assert.Single(marked.Notes).English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rosters_times_go_before_all_others()
    {
        var roster = Made.Roster("name,submitted,due\nKim,2026-10-07T00:00+09:00,\nLee,2026-10-07T00:00+09:00,2026-10-08T00:00+09:00\n");

        var sheet = GradeSheet.Of(Made.Lab, [Made.Record("Kim") with { MarkedLate = true }, Made.Record("Lee") with { Submitted = Due.AddDays(30) }], roster, Rule);

        Assert.Equal([("Kim", 2, 8m), ("Lee", 0, 10m)], sheet.Rows.Select(r => (r.Student, r.DaysLate, r.Final)));
    }

    private static GradeRow Row(GradeRecord record) => GradeSheet.Of(Made.Lab, [record], null, Rule).Rows.Single();
}
