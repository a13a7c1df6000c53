using System.IO.Compression;

namespace CourseLabs.Grading.Tests;

/// <summary>A folder of a test's own, with submissions.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("grading").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    public void Zip(string name, params (string Path, byte[] Bytes)[] entries)
    {
        using var zip = ZipFile.Open(this[name], ZipArchiveMode.Create);
        foreach ((var path, var bytes) in entries)
        {
            using var stream = zip.CreateEntry(path).Open();
            stream.Write(bytes);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
