namespace CourseLabs.Data.Hub;

/// <summary>
/// Brings data files (COURSE D7): from the folder that the user named, else from the cache, else from the file's sources into the cache.
/// Size and hash are checked every time, after a download as well as on files that were there.
/// </summary>
/// <remarks>Several processes may ask for the same file at once: one brings it, the others wait.</remarks>
public sealed class DataHub
{
    private readonly string? folder;
    private readonly string cache;
    private readonly Dictionary<string, DataFile> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> deadHosts = [];

    /// <summary>A hub that knows the course's files, or others.</summary>
    /// <param name="folder">The folder that the user named (<c>--data</c>); when null, the one that COURSELABS_DATA names, if any.</param>
    /// <param name="cache">Where downloads go; when null, the user's cache folder.</param>
    /// <param name="files">The files that it knows at first; when null, <see cref="CourseData.Files"/>.</param>
    /// <exception cref="DataException">The named folder does not exist.</exception>
    public DataHub(string? folder = null, string? cache = null, IEnumerable<DataFile>? files = null)
    {
        this.folder = folder ?? DataFolders.Named;
        this.cache = Path.GetFullPath(cache ?? DataFolders.Cache);
        if (this.folder is not null && !Directory.Exists(this.folder))
            throw new DataException(
                $"The data folder {this.folder} ({(folder is null ? DataFolders.Variable : "--data")}) does not exist.");
        foreach (var file in files ?? CourseData.Files)
            Add(file);
    }

    /// <summary>Every file that the hub knows, in the order in which they were added.</summary>
    public IEnumerable<DataFile> Files => known.Values;

    /// <summary>Told about twenty times a download.</summary>
    public Action<TransferProgress>? Progress { get; init; }

    /// <summary>Ends a download; what has come of it is kept, and continued next time.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>How long a source may say nothing.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The npm client's command.</summary>
    internal string Npm { get; init; } = NpmSource.Client;

    /// <summary>Makes a file known, as the slide's <c>DATA_HUB[name] = (url, sha1)</c>.</summary>
    public void Add(DataFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!known.TryAdd(file.Name, file))
            throw new ArgumentException($"There is a data file {file.Name} already.");
    }

    /// <summary>The path of a whole copy of the file, downloaded when it is in no folder.</summary>
    /// <exception cref="DataUnavailableException">It is in no folder and no source gives it.</exception>
    /// <exception cref="DataException">The user's copy is damaged, the cache cannot be written, or nothing has this name.</exception>
    public string Download(string name) => Find(name) ?? Fetch(File(name));

    /// <summary>The paths of all files that the hub knows, each downloaded when it is in no folder.</summary>
    public IReadOnlyList<string> DownloadAll() => [.. known.Keys.Select(Download)];

    /// <summary>Downloads an archive and unpacks it in the cache, once; nothing in it can land outside its folder.</summary>
    /// <returns>
    /// The folder, called as the archive without .zip, .tar, .tar.gz or .tgz, or <paramref name="inside"/> within it; the file, when it
    /// is a plain .gz.
    /// </returns>
    public string DownloadExtract(string name, string? inside = null)
    {
        string archive = Download(name), target = Path.Combine(cache, File(name).Set, Archive.BareName(archive));
        using (CacheLock.Take(LockPath(File(name)), Cancellation))
        {
            if (!Path.Exists(target))
                Archive.Extract(archive, target);
        }

        return inside is null ? target : Path.Combine(target, inside);
    }

    /// <summary>The path of a whole copy that is there already; null when only a download would bring it.</summary>
    /// <exception cref="DataException">The user's copy is damaged: it is never replaced silently.</exception>
    public string? Find(string name) => Copy(name) switch
    {
        { Damage: null } whole => whole.Path,
        { IsUsers: true } damaged =>
            throw new DataException($"{damaged.Path} is damaged: {damaged.Damage}. Put a whole file there, or take it away."),
        _ => null,
    };

    /// <summary>The copy that would be used, whole or not; null when there is none.</summary>
    public DataCopy? Copy(string name)
    {
        var file = File(name);
        return (folder is null ? null : CopyIn(folder, file, isUsers: true)) ?? CopyIn(cache, file, isUsers: false);
    }

    private DataFile File(string name) =>
        known.GetValueOrDefault(name) ?? throw new DataException(
            $"There is no data file {name}. There are {string.Join(", ", known.Keys)}.");

    // Beside FOLDER/mnist/FILE a folder that is flat, as the slide's, will do.
    private static DataCopy? CopyIn(string folder, DataFile file, bool isUsers)
    {
        DataCopy? damaged = null;
        foreach (var place in isUsers ? (string[])[Path.Combine(folder, file.Set), folder] : [Path.Combine(folder, file.Set)])
        {
            foreach (var form in file.Forms)
            {
                var path = Path.Combine(place, form.FileName);
                if (!System.IO.File.Exists(path))
                    continue;
                var copy = new DataCopy(path, form, isUsers, form.Damage(path));
                if (copy.Damage is null || isUsers)
                    return copy;
                damaged ??= copy;
            }
        }

        return damaged;
    }

    private string LockPath(DataFile file) => Path.Combine(cache, file.Set, $".{file.Name}.lock");

    private string Fetch(DataFile file)
    {
        using var once = CacheLock.Take(LockPath(file), Cancellation);
        if (Find(file.Name) is { } brought)
            return brought; // by the process that held the lock
        var transfer = new Transfer(file.Name, deadHosts, Patience, Npm, Progress, Cancellation);
        var reasons = new List<string>();
        foreach (var source in file.Sources)
        {
            try
            {
                return Fetch(source, Path.Combine(cache, file.Set, source.Form.FileName), transfer);
            }
            catch (SourceException exception)
            {
                reasons.Add($"{source.Where}: {exception.Message}");
            }
        }

        var form = file.Forms[0];
        throw new DataUnavailableException(
            $"{form.FileName} could not be fetched ({string.Join("; ", reasons)}). "
            + $"Put that file ({form.HashName} {form.Hash}) into {Path.Combine(cache, file.Set)}, "
            + $"or into a folder that {DataFolders.Variable} names.");
    }

    // The part of an interrupted download may have been of another file: then once more, from the start.
    private static string Fetch(DataSource source, string target, Transfer transfer)
    {
        var part = target + ".part";
        var continued = new FileInfo(part) is { Exists: true, Length: > 0 };
        while (true)
        {
            source.Fetch(part, transfer);
            if (source.Form.Damage(part) is not { } damage)
                break;
            PartFile.Delete(part);
            if (!continued)
                throw new SourceException($"what it gives is not the file: {damage}");
            continued = false;
        }

        System.IO.File.Move(part, target, overwrite: true);
        return target;
    }
}
