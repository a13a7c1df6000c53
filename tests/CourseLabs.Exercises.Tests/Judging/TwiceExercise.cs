using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Matrices;

namespace CourseLabs.Exercises.Tests.Judging;

/// <summary>An exercise of one task, for the judge's tests: twice every number of a (2 x 3) matrix.</summary>
internal sealed class TwiceExercise : Exercise
{
    private TwiceExercise(Check check)
        : base("00-test") => Checks = [check];

    public override IReadOnlyList<Check> Checks { get; }

    public static TwiceExercise Of(int cases = 1) => new(new Check<Matrix, Matrix>("0.1", points: 2, member: "Twice")
    {
        Cases = cases,
        Seconds = 1,
        Draw = random => random.Matrix(2, 3, 1 + (3 * random.Case), 3 + (3 * random.Case)),
        Right = x => 2 * x,
        Mistakes =
        {
            ["squared"] = x => x * x,
            ["not-twice"] = x => x,
            ["fixed-for-small"] = x => x[0, 0] < 3 ? x + 1 : 2 * x,
        },
    });

    /// <summary>The verdict on a method whose body is given.</summary>
    public static Verdict On(string body, string signature = "Matrix Twice(Matrix x)", string more = "", int cases = 1, long seed = 0)
    {
        var exercise = Of(cases);
        using var code = Gate.Lab.InProcess($"using CourseLabs.Matrices;\nusing static TorchSharp.torch;\npublic static class Tasks {{ {more} public static {signature} {{ {body} }} }}");
        return new Judge(exercise, seed).Of(exercise.Checks[0], code);
    }

    /// <summary>The same in a process of its own, the file as a student writes it.</summary>
    public static Verdict InItsOwnProcess(string body, string signature = "Matrix Twice(Matrix x)")
    {
        var exercise = Of();
        using var code = new ChildCode(new("Tasks.cs", $"using CourseLabs.Matrices;\nusing static TorchSharp.torch;\npublic static class Tasks {{ public static {signature}\n{{\n{body}\n}} }}"));
        return new Judge(exercise).Of(exercise.Checks[0], code);
    }
}
