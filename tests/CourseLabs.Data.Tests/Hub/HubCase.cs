using System.Security.Cryptography;
using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Tests.Hub;

/// <summary>A hub with one file, "data", of 300,000 bytes, and folders of its own.</summary>
internal sealed class HubCase : IDisposable
{
    public const string InCache = "set/data.bin", Part = "set/data.bin.part";

    private readonly TemporaryFolder named = new();

    public static byte[] Content { get; } = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7 ^ i >> 8))];

    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    public TemporaryFolder Cache { get; } = new();

    public TemporaryFolder Named => named;

    public List<TransferProgress> Progress { get; } = [];

    public static DataFile FileAt(params Uri[] addresses)
    {
        var form = new DataForm("data.bin", Hash, Content.Length);
        return new("set", "data", [form], [.. addresses.Select(a => new HttpSource(form, a))]);
    }

    /// <summary>A hub that gets the file from these addresses.</summary>
    public DataHub Hub(params Uri[] addresses) => Hub(FileAt(addresses));

    public DataHub Hub(DataFile file, string npm = "npm")
    {
        var hub = new DataHub(named.Path, Cache.Path)
        {
            Progress = Progress.Add,
            Patience = TimeSpan.FromSeconds(3),
            Npm = npm,
        };
        hub.Add(file);
        return hub;
    }

    public void Dispose()
    {
        named.Dispose();
        Cache.Dispose();
    }
}
