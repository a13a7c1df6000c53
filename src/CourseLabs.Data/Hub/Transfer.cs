namespace CourseLabs.Data.Hub;

/// <summary>How far a download has come.</summary>
/// <param name="Name">The data file's name.</param>
/// <param name="Received">Bytes there, those of an earlier attempt included.</param>
/// <param name="Total">Bytes in all, where that is known.</param>
public readonly record struct TransferProgress(string Name, long Received, long? Total);

/// <summary>What every source needs to know of the download that it is part of.</summary>
internal sealed class Transfer(
    string name, HashSet<string> deadHosts, TimeSpan patience, string npm,
    Action<TransferProgress>? progress, CancellationToken cancellation)
{
    private const int Reports = 20;
    private long reported = -1;

    /// <summary>Hosts that could not be reached: each is waited for once, not once a file.</summary>
    public HashSet<string> DeadHosts => deadHosts;

    /// <summary>How long a host may say nothing.</summary>
    public TimeSpan Patience => patience;

    /// <summary>The npm client's command.</summary>
    public string Npm => npm;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Tells the caller, about twenty times a file.</summary>
    public void Report(long received, long? total)
    {
        var now = total is > 0 ? received * Reports / total.Value : received >> 20;
        if (now == reported)
            return;
        reported = now;
        progress?.Invoke(new(name, received, total));
    }
}
