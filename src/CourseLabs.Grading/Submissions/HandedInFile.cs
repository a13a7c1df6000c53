namespace CourseLabs.Grading.Submissions;

/// <summary>One file of what was handed in, in a folder or in a zip; nothing is ever unpacked to the disk.</summary>
/// <param name="Path">Within the submission, with slashes.</param>
/// <param name="Written">When it was last written.</param>
/// <param name="Open">Opens it for reading.</param>
internal sealed record HandedInFile(string Path, DateTimeOffset Written, Func<Stream> Open)
{
    /// <summary>The file's name without folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The bytes; what is longer than the limit is refused, whatever the container says of its length.</summary>
    /// <exception cref="InvalidDataException">It is longer.</exception>
    public byte[] Read(int limit)
    {
        using var stream = Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (bytes.Length + count > limit)
                throw new InvalidDataException($"{Path} is longer than {limit} bytes.");
            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }
}
