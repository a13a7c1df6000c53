using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Exercises.Tests.Judging;

namespace CourseLabs.Exercises.Tests.Hosting;

/// <summary>A student's code in a process of its own: whatever it does costs its own task only.</summary>
public sealed class ChildCodeTests
{
    [Theory]
    [InlineData("while (true) { }", VerdictKind.TooSlow, "within 1 s")]
    [InlineData("return Twice(x);", VerdictKind.EndedProcess, "the stack overflowed")]
    [InlineData("Environment.Exit(0); return x;", VerdictKind.EndedProcess, "exit code 0")]
    [InlineData("Environment.FailFast(\"enough\"); return x;", VerdictKind.EndedProcess, "exit code 134: Process terminated")]
    [InlineData("ones(2, 3).matmul(ones(2, 3)); return x;", VerdictKind.EndedProcess, "libtorch: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)")]
    [InlineData("ones(2, 3).mm(ones(2, 3)); return x;", VerdictKind.Threw, "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3) (line 5)")]
    [InlineData("\nint[] a = []; a[0] = 1; return x;", VerdictKind.Threw, "IndexOutOfRangeException")]
    [InlineData("return 2 * y;", VerdictKind.DoesNotCompile, "Tasks.cs(5,12): error CS0103")]
    [InlineData("return 2 * x", VerdictKind.DoesNotCompile, "error CS1002: ; expected")]
    [InlineData("Console.ReadLine(); Console.WriteLine(\"seen\"); return 2 * x;", VerdictKind.Passed, "Right.")]
    [InlineData("using var o = Console.OpenStandardOutput(); o.Write([255, 255, 255, 127, 1]); o.Flush(); return 2 * x;", VerdictKind.EndedProcess, "pipe")]
    [InlineData("unsafe { int* p = null; *p = 1; } return x;", VerdictKind.DoesNotCompile, "unsafe")]
    public void What_it_does_is_told_in_words(string body, VerdictKind kind, string words)
    {
        var verdict = TwiceExercise.InItsOwnProcess(body);

        Assert.True(verdict.Kind == kind, $"{verdict.Kind}: {verdict.Message.English}");
        Assert.Contains(words, verdict.Message.English, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_it_prints_is_shown_and_cut()
    {
        var verdict = TwiceExercise.InItsOwnProcess("for (var i = 0; i < 100000; i++) Console.WriteLine(\"again\"); return 2 * x;");

        Assert.True(verdict.Passed);
        Assert.StartsWith("again\nagain\n", verdict.Printed, StringComparison.Ordinal);
        Assert.InRange(verdict.Printed.Length, 1000, 4000);
    }

    [Fact]
    public void After_a_process_has_ended_the_next_task_finds_another()
    {
        const string Text = """
            public static class Tasks
            {
                public static double Ends() { Environment.Exit(3); return 0; }
                public static double Loops() { while (true) { } }
                public static double Wrong() => 2 +;
                public static double Fine() => 2;
            }
            """;
        using var code = new ChildCode(new("Tasks.cs", Text));
        CallOutcome Call(string member) => code.Invoke(new(member, [], "double", Values.ValueWriter.Write(Array.Empty<object>()), 0), TimeSpan.FromSeconds(2));

        Assert.Equal(CallEnd.EndedProcess, Call("Ends").End);
        Assert.Equal(CallEnd.TooSlow, Call("Loops").End);
        Assert.Equal("Wrong", Assert.Single(code.Build.Errors).Member);
        Assert.Equal([2], Values.Answer.Read(Call("Fine").Value).Leaves[0].Values);
        Assert.Equal(3, code.Processes);
    }

    [Fact]
    public void A_file_that_is_no_program_costs_every_task_with_the_line()
    {
        using var code = new ChildCode(new("Tasks.cs", "public static class Tasks { public static int A() => 1;\n public static int B( => 2; "));

        Assert.Empty(code.Build.Assembly);
        Assert.All(new[] { "A", "B" }, member => Assert.StartsWith("Tasks.cs(2,", code.Build.ErrorsOf(member)[0].ToString(), StringComparison.Ordinal));
    }
}
