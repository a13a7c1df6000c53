using System.Reflection;
using System.Text;
using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Exercises.Reports;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Exercises.Projects;

/// <summary>The program of a student's project: <c>dotnet run</c> checks Tasks.cs.</summary>
public static class ExerciseProgram
{
    private const int FellShort = 1;
    private const int WrongUse = 2;

    /// <summary>Runs it.</summary>
    /// <typeparam name="TExercise">The exercise.</typeparam>
    /// <param name="args">What stands behind <c>dotnet run --</c>.</param>
    /// <returns>0 when all is solved, 1 when not, 2 for wrong use.</returns>
    public static int Run<TExercise>(string[] args)
        where TExercise : Exercise, new()
    {
        if (args is [ExerciseProject.HostArgument])
        {
            HostLoop.Run();
            return 0;
        }

        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            return Run(args, new TExercise(), new ExerciseProject(Assembly.GetEntryAssembly()!), Console.Out);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return WrongUse;
        }
    }

    internal static int Run(string[] args, Exercise exercise, ExerciseProject project, TextWriter writer)
    {
        var arguments = ProgramArguments.Parse(args);
        if (arguments.Help)
        {
            writer.WriteLine(ProgramArguments.Usage);
            return 0;
        }

        if (arguments.Reset is { } reset)
        {
            var asked = reset == "all" ? exercise.Checks : exercise.Find([reset]);
            var copy = TaskReset.Put(project.TasksFile, exercise.Stub(), asked);
            writer.WriteLine($"{string.Join(", ", asked.Select(c => c.Id))}: the blank is back in {project.TasksFile}. As it was: {copy}");
            return 0;
        }

        var checks = arguments.Tasks.Count == 0 ? exercise.Checks : exercise.Find(arguments.Tasks);
        while (true)
        {
            var written = File.GetLastWriteTimeUtc(project.TasksFile);
            using var code = project.Open();
            Verdict[] verdicts = [.. new Judge(exercise, arguments.Seed).All(code, checks)];
            // `dotnet watch` does not see what is saved while the check runs.
            if (File.GetLastWriteTimeUtc(project.TasksFile) != written)
                continue;
            new CheckReport(exercise, verdicts, arguments.Language, "dotnet run --").Write(writer, project.TasksFile, arguments.Hint);
            return verdicts.All(v => v.Passed) ? 0 : FellShort;
        }
    }
}
