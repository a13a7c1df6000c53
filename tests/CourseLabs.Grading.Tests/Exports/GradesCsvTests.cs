using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Tests.Exports;

public sealed class GradesCsvTests
{
    [Fact]
    public void The_table_has_these_columns_and_one_a_task()
    {
        var lines = GradesCsv.Text(Made.Sheet(Made.Record("Kim", solved: 2))).Split("\r\n");

        Assert.Equal(
            "\uFEFFstudent,number,status,earned,points,late days,final,3.1 ScalarGradients,3.2 CentralDifference,3.3 RelativeError,3.4 OutputDelta,3.5 HiddenDelta,"
                + "3.6 LayerGradients,3.7 DoItYourself,3.8 AnyDepth,3.9 Step,3.10 AutogradGradients,3.11 TwoBatches,tier,notes",
            lines[0]);
        Assert.Equal("Kim,,graded,4,25,0,4,3,1,0,0,0,0,0,0,0,0,0,bubblewrap,", lines[1]);
        Assert.Equal(["", ""], lines[2..] is [""] ? ["", ""] : lines[2..]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\",\"click\")")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    public void A_name_that_is_a_formula_is_one_no_more(string name)
    {
        var table = CsvFile.Parse("grades.csv", GradesCsv.Text(Made.Sheet(Made.Record(name))));

        Assert.Equal("'" + name, table.Rows[1][0]);
    }

    [Theory]
    [InlineData("Kim, \"Minji\"")]
    [InlineData("Kim\nMinji")]
    [InlineData("김민지")]
    [InlineData("<script>alert(1)</script>")]
    public void Any_other_name_comes_back_as_it_was(string name)
    {
        var table = CsvFile.Parse("grades.csv", GradesCsv.Text(Made.Sheet(Made.Record(name))));

        Assert.Equal(name, table.Rows[1][0]);
    }

    [Fact]
    public void A_note_of_a_student_cannot_be_a_formula_either()
    {
        var record = Made.Record("Kim") with { Status = GradeStatus.Unreadable, Notes = ["=cmd|' /C calc'!A0 is longer than 9 bytes."] };

        var table = CsvFile.Parse("grades.csv", GradesCsv.Text(Made.Sheet(record)));

        Assert.StartsWith("'=cmd", table.Rows[1][^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_records_give_the_same_bytes_in_whatever_order_they_come()
    {
        var roster = Made.Roster("id,name\n1,Kim\n2,Lee\n3,Park\n");
        GradeRecord[] records = [Made.Record("Lee", 3), Made.Record("Kim", 7), Made.Record("Choi", 1)];

        Assert.Equal(GradesCsv.Text(Made.Sheet(roster, records)), GradesCsv.Text(Made.Sheet(roster, [records[2], records[0], records[1]])));
    }
}
