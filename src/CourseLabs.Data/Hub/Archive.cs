using System.Formats.Tar;
using System.IO.Compression;

namespace CourseLabs.Data.Hub;

/// <summary>Unpacks .zip, .tar, .tar.gz, .tgz and .gz. All of it appears at once or nothing does.</summary>
public static class Archive
{
    private static readonly string[] Endings = [".tar.gz", ".tgz", ".tar", ".zip", ".gz"];

    /// <summary>
    /// The archive's name without its folder and ending: <c>x</c> for <c>x.tar.gz</c> (COURSE D7: the slide's code says <c>x.tar</c>).
    /// </summary>
    /// <exception cref="DataException">It is no archive by its name.</exception>
    public static string BareName(string archive)
    {
        var name = Path.GetFileName(archive);
        var ending = Endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase) && name.Length > e.Length)
            ?? throw new DataException($"{archive} is no archive: only {string.Join(", ", Endings)} can be unpacked.");
        return name[..^ending.Length];
    }

    /// <summary>Unpacks an archive.</summary>
    /// <param name="archive">Its path.</param>
    /// <param name="target">The folder to make, or the file for a plain .gz; must not exist.</param>
    /// <exception cref="DataException">
    /// The archive is damaged, or it has an entry that would land outside the folder, or a link, which a data set does not need.
    /// </exception>
    public static void Extract(string archive, string target)
    {
        var name = Path.GetFileName(archive)[BareName(archive).Length..].ToUpperInvariant();
        string unfinished = $"{target}.{Environment.ProcessId}.part", tar = unfinished + ".tar";
        try
        {
            switch (name)
            {
                case ".GZ":
                    Unzip(archive, unfinished);
                    File.Move(unfinished, target);
                    return;
                case ".ZIP":
                    ExtractZip(archive, unfinished);
                    break;
                case ".TAR":
                    ExtractTar(archive, archive, unfinished);
                    break;
                default:
                    Unzip(archive, tar);
                    ExtractTar(tar, archive, unfinished);
                    break;
            }

            Directory.Move(unfinished, target);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new DataException($"{archive} is damaged: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{archive} cannot be unpacked into {target}: {exception.Message}", exception);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            else
                PartFile.Delete(unfinished);
            PartFile.Delete(tar);
        }
    }

    private static void ExtractZip(string archive, string folder)
    {
        using var zip = ZipFile.OpenRead(archive);
        Directory.CreateDirectory(folder);
        foreach (var entry in zip.Entries)
        {
            var path = Inside(folder, entry.FullName, archive);
            if (entry.IsEncrypted)
                throw new DataException($"{archive}: the entry {entry.FullName} is encrypted, so nothing of it is unpacked.");
            if (entry.FullName.EndsWith('/'))
                Directory.CreateDirectory(path);
            else if (Save(entry, path) != entry.Crc32)
                throw new DataException($"{archive} is damaged: the checksum of its entry {entry.FullName} is another.");
        }
    }

    private static void ExtractTar(string file, string archive, string folder)
    {
        using var tar = new TarReader(File.OpenRead(file));
        Directory.CreateDirectory(folder);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType == TarEntryType.GlobalExtendedAttributes)
                continue;
            var path = Inside(folder, entry.Name, archive);
            if (entry.EntryType == TarEntryType.Directory)
                Directory.CreateDirectory(path);
            else if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
                Save(entry.DataStream ?? Stream.Null, path);
            else
                throw new DataException(
                    $"{archive}: the entry {entry.Name} is a {entry.EntryType}, and only files and folders are unpacked.");
        }
    }

    private static void Unzip(string archive, string path)
    {
        using (var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress))
            Save(packed, path);
        GzipEnd.Check(archive, new FileInfo(path).Length);
    }

    // Returns what .NET does not compare: the checksum of what came out.
    private static uint Save(ZipArchiveEntry entry, string path)
    {
        using (var from = entry.Open())
            Save(from, path);
        using var saved = File.OpenRead(path);
        return Crc32.Of(saved);
    }

    private static void Save(Stream from, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew);
        from.CopyTo(file);
    }

    private static string Inside(string folder, string entry, string archive)
    {
        if (entry.Contains('\0', StringComparison.Ordinal))
            throw new DataException($"{archive} is damaged: the name of an entry has a NUL in it.");
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, entry.Replace('\\', '/')));
        var isFolderItself = path.Length == root.Length - 1 && root.StartsWith(path, StringComparison.Ordinal);
        return isFolderItself || path.StartsWith(root, StringComparison.Ordinal)
            ? path
            : throw new DataException($"{archive}: the entry {entry} would land outside the folder, so nothing of it is unpacked.");
    }
}
