using System.Reflection;
using CourseLabs.Checks;
using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Source;
using CourseLabs.Tests;
using CourseLabs.Torch;

namespace CourseLabs.Exercises.Tests.Gate;

/// <summary>The exercises as the gate needs them.</summary>
internal static class Lab
{
    /// <summary>What a mistake's lambda in Checks.cs may use beside a student's references.</summary>
    public static string[] CheckReferences { get; } =
    [
        typeof(Exercise).Assembly.Location, typeof(MatrixTensors).Assembly.Location,
    ];

    public static IReadOnlyList<Exercise> All { get; } = Exercise.AllIn(typeof(Lab03).Assembly);

    public static TheoryData<string> Labs => [.. All.Select(e => e.Lab)];

    public static TheoryData<string> TaskIds => [.. All.SelectMany(e => e.Checks).Select(c => c.Id)];

    public static Exercise Find(string lab) => All.Single(e => e.Lab == lab);

    public static (Exercise Exercise, Check Check) FindTask(string id) =>
        All.SelectMany(e => e.Checks.Select(c => (e, c))).Single(x => x.c.Id == id);

    public static string Folder(Exercise exercise) => Path.Combine(Checkout.Root, "labs", exercise.Lab, "exercise");

    public static string Text(Exercise exercise, string file) => File.ReadAllText(Path.Combine(Folder(exercise), file));

    /// <summary>A file compiled as a student's is, its members called in this process.</summary>
    public static (StudentBuild Build, Assembly Assembly) Compiled(string text, params IEnumerable<string> more)
    {
        var build = StudentCompiler.Compile(new(StudentCompiler.FileName, text), more);
        Assert.True(build.Assembly.Length > 0 && build.Errors.Count == 0, string.Join('\n', build.Errors));
        return (build, Assembly.Load(build.Assembly, build.Symbols));
    }

    public static InProcessCode InProcess(string text)
    {
        (var build, var assembly) = Compiled(text);
        return new(assembly, build);
    }

    /// <summary>The member of one class of several in an assembly.</summary>
    public static InProcessCode Member(Assembly assembly, string type, string member)
    {
        var found = assembly.GetTypes().Single(t => t.Name == type);
        return new(found.GetMethod(member, BindingFlags.Static | BindingFlags.Public)!);
    }
}
