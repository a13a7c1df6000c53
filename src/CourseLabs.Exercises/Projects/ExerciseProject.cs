using System.Diagnostics;
using System.Reflection;
using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Exercises.Projects;

/// <summary>
/// A student's project of one lab, as a handout has it: Tasks.cs, and a program that checks it. The check compiles Tasks.cs itself, so that
/// a method that does not compile costs its own task only.
/// </summary>
/// <param name="program">The project's program: it says where Tasks.cs lies, and is the student's process too.</param>
public sealed class ExerciseProject(Assembly program)
{
    /// <summary>The program's argument that makes it the student's process.</summary>
    public const string HostArgument = "--student-host";

    /// <summary>The student's file; the project file writes its place into the program.</summary>
    public string TasksFile { get; } = Path.GetFullPath(
        program.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == nameof(TasksFile))?.Value
        ?? throw new InvalidOperationException($"{program.GetName().Name} does not say where its Tasks.cs is."));

    /// <summary>
    /// The student's members: in a process of their own, which is the program started again; under a debugger in this one, so that
    /// breakpoints in Tasks.cs hold.
    /// </summary>
    /// <exception cref="InvalidDataException">Tasks.cs is no text.</exception>
    public IStudentCode Open() => Debugger.IsAttached
        ? InProcessCode.OfFile(TasksFile)
        : new ChildCode(
            new(Path.GetFileName(TasksFile), StudentText.Read(TasksFile)), new HostCommand(HostCommand.Dotnet, [program.Location, HostArgument]));
}

/// <summary>A student's project as its tests see it: a test a task, and one process for all of them.</summary>
/// <typeparam name="TExercise">The exercise.</typeparam>
public sealed class ExerciseTests<TExercise> : IDisposable
    where TExercise : Exercise, new()
{
    private readonly TExercise exercise = new();
    private readonly IStudentCode code;
    private readonly Judge judge;

    /// <summary>Opens the project of the lab, <c>lab03</c>.</summary>
    public ExerciseTests()
    {
        code = new ExerciseProject(Assembly.Load("lab" + exercise.Number)).Open();
        judge = new(exercise);
    }

    /// <summary>Why a task is not solved, in both languages; null when it is.</summary>
    /// <param name="task">The task's id.</param>
    public string? Failure(string task)
    {
        var verdict = judge.All(code, [exercise.Checks.Single(c => c.Id == task)]).Single();
        return verdict.Passed ? null : $"{verdict.Message.English}\n{verdict.Message.Korean}";
    }

    /// <summary>Ends the process.</summary>
    public void Dispose() => code.Dispose();
}
