using CourseLabs.Data.Hub;

namespace CourseLabs.Cli.Health;

/// <summary>Where data files are looked for, which are there, and whether they are whole.</summary>
internal static class DataCheckup
{
    // In a folder that is not there, no file is looked for.
    public static IEnumerable<Finding> All() =>
    [
        .. Folders(DataFolders.Named, DataFolders.Cache),
        .. DataFolders.Named is { } named && !Directory.Exists(named) ? Array.Empty<Finding>() : [Files(new DataHub())],
    ];

    internal static Finding Files(DataHub hub)
    {
        DataCopy[] there = [.. hub.Files.Select(f => hub.Copy(f.Name)).OfType<DataCopy>()];
        string[] damaged = [.. from copy in there where copy.Damage is not null select copy.Path];
        if (damaged is [])
        {
            var missing = hub.Files.Count() - there.Length;
            return new("data files", $"{there.Length} are here{(missing > 0 ? $", {missing} more are downloaded when first needed" : "")}");
        }

        return new("data files", $"damaged: {string.Join(", ", damaged)}", "delete what is damaged, then ./labs.sh data get");
    }

    internal static IEnumerable<Finding> Folders(string? named, string cache)
    {
        if (named is null)
            yield return new("data folder", "COURSELABS_DATA is not set, and need not be");
        else if (Directory.Exists(named))
            yield return new("data folder", $"COURSELABS_DATA={named}");
        else
            yield return new("data folder", $"COURSELABS_DATA={named}, which is no folder", "make that folder, or unset COURSELABS_DATA");

        var there = Directory.Exists(cache) ? cache : $"{cache}, made when first needed";
        yield return IsWritable(cache)
            ? new("data cache", there)
            : new("data cache", $"{cache} cannot be written", "make it writable, or name another folder in COURSELABS_DATA");
    }

    // Tried in the nearest folder there is, so that looking makes nothing.
    private static bool IsWritable(string folder)
    {
        var there = Path.GetFullPath(folder);
        while (there is not null && !Path.Exists(there))
            there = Path.GetDirectoryName(there);
        try
        {
            using var file = new FileStream(
                Path.Combine(there!, $".labs-{Environment.ProcessId}"),
                FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
