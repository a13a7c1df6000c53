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

    /// <summary>A run of a class, or of a shard of it; two shards may be graded into one folder, one after the other.</summary>
    /// <param name="lab">The lab's folder.</param>
    /// <param name="seed">The seed of all inputs.</param>
    /// <param name="shard">Which shard, from 1 on.</param>
    /// <param name="shards">Of how many; 1 for the whole class.</param>
    /// <param name="earlier">The run whose results are in the folder already.</param>
    public static RunFile Of(string lab, long seed, int shard, int shards, RunFile? earlier)
    {
        if (shards == 1)
            return new(lab, seed);
        var known = earlier is not null && earlier.Seed == seed && earlier.ShardsInAll == shards ? earlier.Shards : [];
        return new(lab, seed) { Shards = [.. known.Append(shard).Distinct().Order()], ShardsInAll = shards };
    }

    /// <summary>The run whose results are in a folder; null when there is none.</summary>
    public static RunFile? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? RecordFiles.FromJson<RunFile>(File.ReadAllText(path)) : null;
    }

    /// <summary>Writes it.</summary>
    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, Name), RecordFiles.ToJson(this));
}
