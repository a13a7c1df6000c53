using CourseLabs.Exercises;
using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Exercises.Reports;

namespace CourseLabs.Checks;

/// <summary>The check in a notebook: <c>Check("3.2", CentralDifference)</c>, where the second is the method of the cell above.</summary>
public static class Notebook
{
    private static readonly Lazy<IReadOnlyList<Exercise>> Exercises = new(() => Exercise.AllIn(typeof(Notebook).Assembly));

    /// <summary>Checks a method; nothing limits how long it runs.</summary>
    /// <param name="id">The task, such as <c>3.2</c>.</param>
    /// <param name="member">The method.</param>
    /// <returns>The verdict, which shows as a table.</returns>
    /// <exception cref="ArgumentException">There is no such task.</exception>
    public static NotebookVerdict Check(string id, Delegate member)
    {
        foreach (var exercise in Exercises.Value)
        {
            if (exercise.Checks.FirstOrDefault(c => c.Id == id) is not { } check)
                continue;
            using var code = new InProcessCode(member);
            return new(exercise, new Judge(exercise).Of(check, code));
        }

        throw new ArgumentException($"There is no task \"{id}\".", nameof(id));
    }
}
