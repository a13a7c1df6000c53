namespace CourseLabs.Exercises.Source;

/// <summary>Puts blanks back into a student's file.</summary>
public static class TaskReset
{
    /// <summary>Puts the blanks of some tasks back, and keeps a copy of the file as it was.</summary>
    /// <param name="path">The student's file.</param>
    /// <param name="stub">A file that has the blanks.</param>
    /// <param name="checks">Which tasks.</param>
    /// <returns>The copy's path.</returns>
    /// <exception cref="InvalidDataException">There is no such method, or the blanks are there already.</exception>
    public static string Put(string path, string stub, IReadOnlyList<Check> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        var before = StudentText.Read(path);
        var after = before;
        try
        {
            foreach (var check in checks)
                after = TaskFile.Replace(after, stub, check.Member);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}");
        }

        if (after.ReplaceLineEndings("\n") == before.ReplaceLineEndings("\n"))
            throw new InvalidDataException($"{path}: the blank of {string.Join(", ", checks.Select(c => c.Member))} is there already.");
        var copy = Enumerable.Range(1, int.MaxValue).Select(n => $"{path}.{n}.bak").First(name => !File.Exists(name));
        File.Copy(path, copy);
        // Written whole or not at all.
        File.WriteAllText(path + ".part", after);
        File.Move(path + ".part", path, overwrite: true);
        return copy;
    }
}
