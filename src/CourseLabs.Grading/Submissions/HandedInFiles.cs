using System.IO.Compression;
using System.Text;

namespace CourseLabs.Grading.Submissions;

/// <summary>The files of a folder or of a zip, hostile ones included: only so many are looked at, and none outside.</summary>
internal static class HandedInFiles
{
    private const int Most = 20_000; // a handout has about fifty
    private const int Deepest = 12;
    private const int SymbolicLink = 0xA000;

    /// <summary>The files of a folder, without those that links lead to.</summary>
    /// <exception cref="InvalidDataException">There are too many.</exception>
    public static IReadOnlyList<HandedInFile> OfFolder(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = Deepest,
            AttributesToSkip = FileAttributes.ReparsePoint, // links
            IgnoreInaccessible = true,
        };
        var files = new List<HandedInFile>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options))
        {
            if (files.Count == Most)
                throw new InvalidDataException($"There are more than {Most} files.");
            var path = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            files.Add(new(path, file.LastWriteTimeUtc, () => File.OpenRead(file.FullName)));
        }

        return [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>The files of a zip, without links and without those whose path leads out of it.</summary>
    /// <exception cref="InvalidDataException">It is no zip, or has too many files.</exception>
    public static IReadOnlyList<HandedInFile> OfZip(ZipArchive zip)
    {
        if (zip.Entries.Count > Most)
            throw new InvalidDataException($"There are more than {Most} files.");
        return [.. zip.Entries
            .Select(e => (Entry: e, Path: Decoded(e.FullName).Replace('\\', '/')))
            .Where(x => !x.Path.EndsWith('/') && !LeadsOut(x.Path) && (x.Entry.ExternalAttributes >> 16 & 0xF000) != SymbolicLink)
            .Select(x => new HandedInFile(x.Path, x.Entry.LastWriteTime, x.Entry.Open))
            .OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>Opens a zip; its names are decoded by <see cref="OfZip"/>.</summary>
    /// <exception cref="InvalidDataException">It is no zip.</exception>
    public static ZipArchive OpenZip(Stream stream) => new(stream, ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);

    private static bool LeadsOut(string path) =>
        path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || path.Split('/').Contains("..");

    // A zip says of UTF-8 names that they are; of the others one cannot know.
    private static string Decoded(string name)
    {
        if (name.All(c => c < 0x80) || name.Any(c => c > 0xFF))
            return name;
        return KoreanText.Decode(Encoding.Latin1.GetBytes(name));
    }
}
