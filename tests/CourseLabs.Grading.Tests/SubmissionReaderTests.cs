using System.IO.Compression;
using System.Text;
using CourseLabs.Grading.Submissions;

namespace CourseLabs.Grading.Tests;

public sealed class SubmissionReaderTests
{
    private static readonly byte[] Code = "class A;"u8.ToArray();

    [Fact]
    public void Folders_zips_and_single_files_are_submissions_and_other_files_are_none()
    {
        using var folder = new Folder();
        folder.Write("김민지/lab03/Tasks.cs", "class A;");
        folder.Write("roster.csv", "name");
        folder.Zip("이서연.zip", ("handout/lab03/Tasks.cs", Code), ("handout/lab03/evil.csproj", Code));
        folder.Write("park_12345_678_Tasks.cs", "class A;");

        var read = Read(folder);

        Assert.Equal(["park", "김민지", "이서연"], read.Select(s => s.Student));
        Assert.All(read, s => Assert.Equal("class A;", s.Text));
        Assert.Equal("12345", read[0].StudentNumber);
    }

    [Fact]
    public void A_single_file_may_have_the_students_name_and_what_is_no_submission_is_told()
    {
        using var folder = new Folder();
        foreach (var name in new[] { "20260001 Kim.cs", "20260002_Lee_Tasks.cs", "Tasks_20260006.cs", "notes.tar.gz", "__MACOSX/x/Tasks.cs" })
            folder.Write(name, "class A;");
        var reader = new SubmissionReader("03-backpropagation");

        var read = reader.Read(folder[""]);

        Assert.Equal(["20260001 Kim", "20260002_Lee", "20260006"], read.Select(s => s.Student));
        Assert.All(read, s => Assert.Equal("class A;", s.Text));
        Assert.Equal(["notes.tar.gz"], reader.Others);
    }

    [Fact]
    public void One_zip_with_a_folder_a_student_is_a_class_and_one_with_a_folder_a_lab_is_a_students()
    {
        using var folder = new Folder();
        folder.Zip("class.zip", ("김민지/Tasks.cs", Code), ("lee/lab03/Tasks.cs", Code), ("__MACOSX/lee/Tasks.cs", Code));
        folder.Zip("park.zip", ("lab03/Tasks.cs", Code), ("lab05/Tasks.cs", Code));
        var reader = new SubmissionReader("03-backpropagation");

        Assert.Equal(["lee", "김민지"], reader.Read(folder["class.zip"]).Select(s => s.Student));
        Assert.Equal(["park"], reader.Read(folder["park.zip"]).Select(s => s.Student));
    }

    [Fact]
    public void Bulk_downloads_of_canvas_and_moodle_are_taken_apart()
    {
        using var folder = new Folder();
        using var inner = new MemoryStream();
        using (var zip = new ZipArchive(inner, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("lab03/Tasks.cs").Open();
            stream.Write(Code);
        }

        folder.Zip("submissions.zip", ("kimminji_111_9_Tasks.cs", Code), ("kimminji_111_9_notes.txt", Code), ("leesy_LATE_222_9_lab03.zip", inner.ToArray()));
        folder.Zip("moodle.zip", ("박준_333_assignsubmission_file_/Tasks.cs", Code), ("최유나_444_assignsubmission_file_/lab03.zip", inner.ToArray()));

        var read = Read(folder);

        Assert.Equal([("kimminji", "111"), ("leesy", "222"), ("박준", "333"), ("최유나", "444")], read.Select(s => (s.Student, s.StudentNumber)));
        Assert.All(read, s => Assert.Equal("class A;", s.Text));
        Assert.Contains("late", read[1].Notes[0].English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lab03/Tasks.cs", "lab04/Tasks.cs")]
    [InlineData("lab03/Tasks.cs", "lab03/bin/Debug/Tasks.cs")]
    [InlineData("handout/03/Tasks.cs", "Tasks.cs")]
    [InlineData("Tasks (1).cs", "__MACOSX/Tasks.cs")]
    public void Of_several_files_the_labs_own_is_taken(string own, string other)
    {
        using var folder = new Folder();
        folder.Write("kim/" + own, "class A;");
        folder.Write("kim/" + other, "class B;");

        Assert.Equal("class A;", Assert.Single(Read(folder)).Text);
    }

    [Fact]
    public void Two_files_that_could_both_be_meant_are_noted()
    {
        using var folder = new Folder();
        folder.Write("kim/a/Tasks.cs", "class A;");
        folder.Write("kim/b/Tasks.cs", "class B;");

        var submission = Assert.Single(Read(folder));

        Assert.Equal("class A;", submission.Text);
        Assert.Equal("It has several: a/Tasks.cs, b/Tasks.cs. Graded was a/Tasks.cs.", submission.Notes[0].English);
    }

    [Fact]
    public void Names_that_collide_or_differ_in_case_are_all_kept()
    {
        using var folder = new Folder();
        folder.Write("kim/Tasks.cs", "class A;");
        folder.Write("Kim/Tasks.cs", "class B;");
        folder.Zip("kim.zip", ("Tasks.cs", "class C;"u8.ToArray()));

        var read = Read(folder);

        Assert.Equal(["class A;", "class B;", "class C;"], read.Select(s => s.Text).Order());
        Assert.Equal(3, read.Select(s => Records.FileNames.For(s.Student).ToUpperInvariant()).Distinct().Count());
    }

    [Theory]
    [InlineData("../Tasks.cs")]
    [InlineData("lab03/../../Tasks.cs")]
    [InlineData("/etc/Tasks.cs")]
    [InlineData("C:/Tasks.cs")]
    [InlineData("..\\Tasks.cs")]
    public void A_path_that_leads_out_of_the_zip_is_not_read(string path)
    {
        using var folder = new Folder();
        folder.Zip("evil.zip", (path, Code));

        var submission = Assert.Single(Read(folder));

        Assert.Null(submission.Text);
        Assert.Equal("There is no Tasks.cs in it.", submission.Notes[0].English);
        Assert.Equal(["evil.zip"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        using var folder = new Folder();
        folder.Write("lee/Tasks.cs", "class Secret;");
        Directory.CreateDirectory(folder["evil"]);
        File.CreateSymbolicLink(folder["evil/Tasks.cs"], folder["lee/Tasks.cs"]);
        Directory.CreateSymbolicLink(folder["evil2"], folder["lee"]);

        var read = Read(folder);

        Assert.Equal(["evil", "lee"], read.Select(s => s.Student));
        Assert.Null(read[0].Text);
    }

    [Fact]
    public void A_zip_bomb_and_a_hundred_thousand_files_are_refused_at_once()
    {
        using var folder = new Folder();
        using (var zip = ZipFile.Open(folder["bomb.zip"], ZipArchiveMode.Create))
        {
            using var stream = zip.CreateEntry("Tasks.cs", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 1000; i++)
                stream.Write(zeros);
        }

        using (var zip = ZipFile.Open(folder["many.zip"], ZipArchiveMode.Create))
        {
            for (var i = 0; i < 100_000; i++)
                zip.CreateEntry($"{i}.cs", CompressionLevel.NoCompression);
        }

        folder.Write("honest/Tasks.cs", "class A;");

        var read = Read(folder);

        Assert.Equal(["bomb", "honest", "many"], read.Select(s => s.Student));
        Assert.Equal([null, "class A;", null], read.Select(s => s.Text));
        Assert.Contains("longer than", read[0].Notes[0].English, StringComparison.Ordinal);
        Assert.Contains("more than 20000 files", read[2].Notes[0].English, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_zip_or_no_text_is_unreadable_and_the_others_are_read()
    {
        using var folder = new Folder();
        File.WriteAllBytes(folder["broken.zip"], [1, 2, 3]);
        Directory.CreateDirectory(folder["korean"]);
        File.WriteAllBytes(folder["korean/Tasks.cs"], [0x2F, 0x2F, 0xBE, 0xC8, 0xB3, 0xE7]);
        Directory.CreateDirectory(folder["utf16"]);
        File.WriteAllText(folder["utf16/Tasks.cs"], "class A;", Encoding.Unicode);
        Directory.CreateDirectory(folder["empty"]);

        var read = Read(folder);

        Assert.Equal(["broken", "empty", "korean", "utf16"], read.Select(s => s.Student));
        Assert.Equal([null, null, null, "class A;"], read.Select(s => s.Text));
        Assert.All(read.SkipLast(1), s => Assert.NotEmpty(s.Notes));
    }

    [Fact]
    public void Korean_names_in_a_zip_are_read_in_the_code_page_of_windows_and_taken_together_from_macos()
    {
        using var folder = new Folder();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using (var zip = new ZipArchive(File.Create(folder["class.zip"]), ZipArchiveMode.Create, leaveOpen: false, Encoding.GetEncoding(949)))
        {
            using var stream = zip.CreateEntry("김민지_111_assignsubmission_file_/Tasks.cs").Open();
            stream.Write(Code);
        }

        Directory.CreateDirectory(folder["이서연".Normalize(NormalizationForm.FormD)]);

        Assert.Equal(["김민지", "이서연"], Read(folder).Select(s => s.Student));
    }

    [Fact]
    public void A_folder_without_submissions_is_an_error()
    {
        using var folder = new Folder();

        Assert.Contains("has no submissions", Assert.Throws<GradingException>(() => Read(folder)).Message, StringComparison.Ordinal);
        Assert.Contains("There is no folder", Assert.Throws<GradingException>(() => new SubmissionReader("03-x").Read(folder["none"])).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Submission> Read(Folder folder) => new SubmissionReader("03-backpropagation").Read(folder.Path);
}
