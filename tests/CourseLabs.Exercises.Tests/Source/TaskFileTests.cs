using System.Text;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Exercises.Tests.Source;

public sealed class TaskFileTests
{
    private const string Good = """
        static class Tasks
        {
            /// <summary>Two.</summary>
            static int Two()
            {
                var one = 1;
                // BEGIN SOLUTION
                var two = one + one;
                return two;
                // END SOLUTION
            }

            static int Three() => 3;
        }
        """;

    [Fact]
    public void A_stub_has_the_blank_and_no_word_of_the_solution()
    {
        var stub = TaskFile.Parse(Good).Stub();

        Assert.DoesNotContain("one + one", stub, StringComparison.Ordinal);
        Assert.DoesNotContain("SOLUTION", stub, StringComparison.Ordinal);
        Assert.Contains("        throw new NotImplementedException();", stub, StringComparison.Ordinal);
        Assert.Contains("var one = 1;", stub, StringComparison.Ordinal);
        Assert.Equal(["Two"], StudentCompiler.Compile(new("Tasks.cs", stub)).NotStarted);
    }

    [Fact]
    public void A_stub_with_its_marks_is_a_task_file_again()
    {
        var stub = TaskFile.Parse(Good).Stub(keepMarkers: true);

        Assert.Equal(TaskFile.Parse(Good).Stub(), TaskFile.Parse(stub).Stub());
    }

    [Fact]
    public void One_method_alone_is_put_back()
    {
        var written = Good.Replace("one + one", "one + one + one", StringComparison.Ordinal).Replace("=> 3", "=> 30", StringComparison.Ordinal);

        var after = TaskFile.Replace(written, TaskFile.Parse(Good).Stub(), "Two");

        Assert.Contains("throw new NotImplementedException", after, StringComparison.Ordinal);
        Assert.Contains("=> 30", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var one = 1;\n        // BEGIN SOLUTION", "// BEGIN SOLUTION\n// BEGIN SOLUTION", "Line 7: a solution begins inside the one of line 6.")]
    [InlineData("// END SOLUTION", "", "Line 7: the solution does not end.")]
    [InlineData("// BEGIN SOLUTION", "", "Line 10: a solution ends that has not begun.")]
    [InlineData("var two = one + one;\n        return two;", "", "Line 7: there is nothing between the solution's marks.")]
    [InlineData("var two = one + one;\n        return two;", "if (one == 1) {\n return 2;", "Line 7: a solution must be whole statements inside one method.")]
    [InlineData("// BEGIN SOLUTION\n        var two = one + one;", "var two = one +\n// BEGIN SOLUTION\n one;", "Line 8: a solution must be whole statements inside one method.")]
    [InlineData("static int Three() => 3;", "// BEGIN SOLUTION\nstatic int Three() => 3;\n// END SOLUTION", "Line 13: a solution must be whole statements inside one method.")]
    public void A_region_that_is_not_whole_statements_is_an_error_with_its_line(string part, string other, string error)
    {
        var text = Good.ReplaceLineEndings("\n");
        Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Equal(error, Assert.Throws<FormatException>(() => TaskFile.Parse(text.Replace(part, other, StringComparison.Ordinal))).Message);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void A_students_file_is_read_in_the_encodings_of_editors(string encoding, bool mark)
    {
        const string Text = "// 안녕하세요\r\nclass A;";
        var e = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? e.GetPreamble() : [], .. e.GetBytes(Text)];

        Assert.Equal(Text, StudentText.Read(bytes, "Tasks.cs"));
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_with_the_cure()
    {
        byte[] korean = [0x2F, 0x2F, 0xBE, 0xC8, 0xB3, 0xE7]; // "안녕" in code page 949

        Assert.Equal("Tasks.cs is neither in UTF-8 nor in UTF-16: save it as UTF-8.",
            Assert.Throws<InvalidDataException>(() => StudentText.Read(korean, "Tasks.cs")).Message);
    }

    [Theory]
    [InlineData("## 1.1 A\n## 1.1 B\n", "There are two sections of task 1.1.")]
    [InlineData("## 1.1 A\n### x\na\n### x\nb\n", "Task 1.1 has two sections \"x\".")]
    public void Hints_that_say_a_thing_twice_are_refused(string text, string error) =>
        Assert.Equal(error, Assert.Throws<FormatException>(() => Hints.Parse(text)).Message);
}
