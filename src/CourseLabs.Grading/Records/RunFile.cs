using CourseLabs.Data;

namespace CourseLabs.Grading.Records;

/// <summary>What holds for a whole run, beside its records: <c>run.json</c>.</summary>
/// <param name="Lab">The lab's folder.</param>
/// <param name="Seed">The seed of all inputs.</param>
public sealed record RunFile(string Lab, long Seed)
{
    /// <summary>The file's name in the results' folder.</summary>
    public const string Name = "run.json";

    /// <summary>The run whose results are in a folder; null when there is none.</summary>
    public static RunFile? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? RecordFiles.FromJson<RunFile>(File.ReadAllText(path)) : null;
    }

    /// <summary>Writes it.</summary>
    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, Name), RecordFiles.ToJson(this));
}
