namespace CourseLabs.Data.Hub;

/// <summary>One process (and one thread) at a time brings a file. The lock's file stays: taking it away would let two hold it.</summary>
internal static class CacheLock
{
    public static IDisposable Take(string path, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                if (FileLock.TryTake(path) is { } taken)
                    return taken;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new DataException(
                    $"The cache folder {Path.GetDirectoryName(path)} cannot be written: {exception.Message} "
                    + "Make it writable, or put the files into a folder that COURSELABS_DATA names.", exception);
            }

            cancellation.WaitHandle.WaitOne(millisecondsTimeout: 50);
        }
    }
}
