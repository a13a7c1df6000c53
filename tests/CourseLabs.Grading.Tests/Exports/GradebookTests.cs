using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Tests.Exports;

public sealed class GradebookTests
{
    // As Canvas exports it: a row of posting policies, then the points possible, then the students.
    private const string Canvas = """
        Student,ID,SIS User ID,SIS Login ID,Section,Lab 02 (111),Lab 03 (12345),Assignments Current Score
        ,,,,,Manual Posting,Manual Posting,
            Points Possible,,,,,10,25,(read only)
        "Kim, Minji",901,20231234,kimmj,"Deep Learning, 01",9.5,,95.00
        "Lee, Dohyun",902,20235678,leedh,"Deep Learning, 01",8,3,80.00
        "O""Neil, Sam",903,20239999,sam,"Deep Learning, 01",,7,

        """;

    // As Moodle's "Download grading worksheet" gives it.
    private const string Moodle = """
        Identifier,"Full name","ID number","Email address",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
        "Participant 501","김민지",20231234,kim@example.com,"Submitted for grading",,25.00,Yes,"Monday, 5 October 2026, 11:00 PM",-,
        "Participant 502","이도현",20235678,lee@example.com,"No submission",12.00,25.00,Yes,-,"Sunday, 4 October 2026, 9:00 AM","<p>late, ""sorry""</p>"
        "Participant 503","박서준",20239999,park@example.com,"Submitted for grading",1.00,25.00,No,-,-,

        """;

    [Fact]
    public void In_Canvass_export_nothing_but_the_one_column_changes()
    {
        var export = CsvFile.Parse("canvas.csv", Canvas);

        var book = Gradebooks.Canvas(export, "Lab 03 (12345)", Made.Sheet(Made.Record("kimminji", 5, "901"), Made.Record("20235678 leedh", 2)));

        Assert.Equal(
            Canvas.Replace("9.5,,95.00", "9.5,10,95.00", StringComparison.Ordinal).Replace("8,3,80.00", "8,4,80.00", StringComparison.Ordinal),
            book.Text);
        Assert.Equal((2, "O\"Neil, Sam"), (book.Filled, Assert.Single(book.Left)));
        Assert.Empty(book.Notes);
    }

    [Fact]
    public void A_mark_at_the_beginning_semicolons_and_line_ends_stay()
    {
        var export = CsvFile.Mark + "Student;ID;SIS User ID;SIS Login ID;Section;Lab 03 (1)\r\nKim;1;;;;\r\n";

        Assert.Equal(export.Replace("Kim;1;;;;", "Kim;1;;;;10", StringComparison.Ordinal), Gradebooks.Canvas(CsvFile.Parse("c.csv", export), null, Made.Sheet(Made.Record("Kim"))).Text);
    }

    [Fact]
    public void A_name_that_two_students_of_Canvas_have_is_given_to_neither()
    {
        var export = CsvFile.Parse("c.csv", "Student,ID,SIS User ID,SIS Login ID,Section,Lab 03 (1)\nKim,1,,,,\nKim,2,,,,\n");

        var book = Gradebooks.Canvas(export, null, Made.Sheet(Made.Record("Kim")));

        Assert.Equal((0, 2), (book.Filled, book.Left.Count));
        Assert.Contains("Kim", Assert.Single(book.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_grader_could_not_grade_leaves_the_old_score()
    {
        var export = CsvFile.Parse("canvas.csv", Canvas);

        var book = Gradebooks.Canvas(export, "Lab 03 (12345)", Made.Sheet(Made.Record("leedh", 0, "902") with { Status = GradeStatus.InfraError }));

        Assert.Equal(Canvas, book.Text);
    }

    [Fact]
    public void Who_handed_in_nothing_gets_a_0()
    {
        var export = CsvFile.Parse("canvas.csv", Canvas);

        var book = Gradebooks.Canvas(export, "Lab 03 (12345)", Made.Sheet(Made.Roster("id,name\n20235678,Lee Dohyun\n")));

        Assert.Contains("8,0,80.00", book.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_Canvas_does_not_have_is_refused_since_it_would_make_an_assignment_of_it()
    {
        var export = CsvFile.Parse("canvas.csv", Canvas);

        Assert.Contains("\"Lab 03 (12345)\"", Assert.Throws<GradingException>(() => Gradebooks.Canvas(export, "Lab 03", Made.Sheet())).Message, StringComparison.Ordinal);
        Assert.Contains("--column", Assert.Throws<GradingException>(() => Gradebooks.Canvas(export, null, Made.Sheet())).Message, StringComparison.Ordinal);
        Assert.Throws<GradingException>(() => Gradebooks.Canvas(CsvFile.Parse("x.csv", "a,b\n1,2\n"), null, Made.Sheet()));
    }

    [Fact]
    public void Other_points_in_Canvas_are_said()
    {
        var export = CsvFile.Parse("canvas.csv", Canvas.Replace(",10,25,", ",10,100,", StringComparison.Ordinal));

        Assert.Contains("100 points possible", Assert.Single(Gradebooks.Canvas(export, "Lab 03 (12345)", Made.Sheet()).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void In_Moodles_worksheet_nothing_but_the_grade_changes()
    {
        var worksheet = CsvFile.Parse("moodle.csv", Moodle);
        var half = Made.Record("이도현", 0, "502").With("3.1", VerdictKind.Passed, "");

        var book = Gradebooks.Moodle(worksheet, Made.Sheet(Made.Record("김민지", 5, "501"), half, Made.Record("박서준", 5, "503")));

        Assert.Equal(
            Moodle.Replace("\"Submitted for grading\",,25.00,Yes", "\"Submitted for grading\",10,25.00,Yes", StringComparison.Ordinal)
                .Replace("\"No submission\",12.00,", "\"No submission\",3,", StringComparison.Ordinal),
            book.Text);
        // Moodle would not take it.
        Assert.Contains("박서준", Assert.Single(book.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Identifier")]
    [InlineData("Grade")]
    [InlineData("Last modified (grade)")]
    public void A_worksheet_without_a_column_that_Moodle_needs_is_refused(string heading)
    {
        var file = CsvFile.Parse("moodle.csv", Moodle.Replace($"{heading},", "x,", StringComparison.Ordinal).Replace($"\"{heading}\",", "x,", StringComparison.Ordinal));

        Assert.Contains($"\"{heading}\"", Assert.Throws<GradingException>(() => Gradebooks.Moodle(file, Made.Sheet())).Message, StringComparison.Ordinal);
    }
}
