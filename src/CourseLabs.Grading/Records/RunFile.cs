using System.Text.Json.Serialization;
using CourseLabs.Data;

namespace CourseLabs.Grading.Records;

/// <summary>What holds for a whole run, beside its records: <c>run.json</c>.</summary>
/// <param name="Lab">The lab's folder.</param>
/// <param name="Seed">The seed of all inputs.</param>
public sealed record RunFile(string Lab, long Seed)
{
    /// <summary>The shards whose results are there; none where the whole class is.</summary>
    public IReadOnlyList<int> Shards { get; init; } = [];

    /// <summary>How many shards the class was divided into; 0 where it was not.</summary>
    public int ShardsInAll { get; init; }

    /// <summary>The shards whose results are not there.</summary>
    [JsonIgnore]
    public IEnumerable<int> MissingShards => Enumerable.Range(1, ShardsInAll).Except(Shards);

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
