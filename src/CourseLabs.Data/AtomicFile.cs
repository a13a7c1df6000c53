using System.Text;

namespace CourseLabs.Data;

/// <summary>
/// Writes a file under another name beside it and then renames it: a reader sees the old file or the new one, never half.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes a text as UTF-8.</summary>
    /// <param name="path">The file; a folder that is missing is made.</param>
    /// <param name="text">What the file holds afterwards.</param>
    /// <exception cref="IOException">It cannot be written; what was there is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes.</summary>
    /// <param name="path">The file; a folder that is missing is made.</param>
    /// <param name="bytes">What the file holds afterwards.</param>
    /// <exception cref="IOException">It cannot be written; what was there is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, byte[] bytes) =>
        WithTemporary(path, temporary =>
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        });

    /// <summary>Tries the place, so that nobody computes what has no place: as <see cref="Write(string, string)"/> without the file.</summary>
    /// <param name="path">The file; what is there stays, and nothing is left beside it.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It might not be written.</exception>
    public static void Try(string path) => WithTemporary(path, temporary => File.WriteAllBytes(temporary, []));

    // Nothing is left of the unfinished file, however it ends.
    private static void WithTemporary(string path, Action<string> write)
    {
        string full = Path.GetFullPath(path), temporary = $"{full}.{Environment.ProcessId}.tmp";
        if (Directory.Exists(full))
            throw new IOException($"{full} is a folder.");
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        try
        {
            write(temporary);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
