using CourseLabs.Data.Hub;

namespace CourseLabs.Examples;

/// <summary>What an example gets to run with. The default is the slide's own setting on the CPU with seed 0.</summary>
public sealed record ExampleRun
{
    private DataHub? data;

    /// <summary>The seed of every random draw.</summary>
    public long Seed { get; init; }

    /// <summary>Whether to take a short cut, fewer epochs say; figures of the full run are then not compared.</summary>
    public bool Quick { get; init; }

    /// <summary>Where tensors live: <c>cpu</c> or <c>cuda</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>The folder of data files that the user named; when null, the one that COURSELABS_DATA names, if any.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The example's own options as the user typed them, by name (<c>epochs</c>).</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Where a long loop tells how far it is, and learns that the user interrupted.</summary>
    public Progress Progress { get; init; } = Progress.None;

    /// <summary>Brings data files: from <see cref="DataFolder"/>, else the cache, else their sources, which shows as progress.</summary>
    public DataHub Data
    {
        get => data ??= new(DataFolder)
        {
            Cancellation = Progress.Cancellation,
            Progress = p => Progress.Show(new(p.Received / 1000, (p.Total ?? p.Received) / 1000, $"{p.Name} kB")),
        };
        init => data = value;
    }
}
