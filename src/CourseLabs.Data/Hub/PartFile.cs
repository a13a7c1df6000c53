namespace CourseLabs.Data.Hub;

/// <summary>The unfinished file of a download, named so that nobody takes it for the whole one.</summary>
internal sealed class PartFile : IDisposable
{
    private readonly FileStream file;

    /// <param name="path">Where; what lies there is kept.</param>
    public PartFile(string path)
    {
        file = Try(path, () => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        Length = file.Length;
    }

    public long Length { get; private set; }

    /// <summary>Keeps the first <paramref name="length"/> bytes; the next ones go behind them.</summary>
    public void Keep(long length) => Try(file.Name, () =>
    {
        if (file.Length != length)
            file.SetLength(length);
        return Length = file.Seek(0, SeekOrigin.End);
    });

    public void Write(byte[] bytes, int count) => Try(file.Name, () =>
    {
        file.Write(bytes, 0, count);
        return Length += count;
    });

    /// <summary>Brings the bytes to the disk, so that a power cut after the rename leaves no empty file.</summary>
    public void Flush() => Try(file.Name, () =>
    {
        file.Flush(flushToDisk: true);
        return 0;
    });

    public void Dispose() => file.Dispose();

    /// <summary>Takes a file away, if it is there, without a word: the error that led here says more.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // see above
        }
    }

    private static T Try<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Delete(path); // a full disk must not stay full because of a file that nobody can use
            throw new DataException($"{path} cannot be written: {exception.Message}", exception);
        }
    }
}
