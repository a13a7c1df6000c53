namespace CourseLabs.Data.Hub;

/// <summary>One process (and one thread) at a time brings a file. The lock's file stays: taking it away would let two hold it.</summary>
internal static class CacheLock
{
    private const int LinuxWouldBlock = 11, MacWouldBlock = 35;
    private const int SharingViolation = unchecked((int)0x80070020), LockViolation = unchecked((int)0x80070021);

    public static IDisposable Take(string path, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception.HResult is LinuxWouldBlock or MacWouldBlock or SharingViolation or LockViolation)
            {
                cancellation.WaitHandle.WaitOne(millisecondsTimeout: 50);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new DataException(
                    $"The cache folder {Path.GetDirectoryName(path)} cannot be written: {exception.Message} "
                    + "Make it writable, or put the files into a folder that COURSELABS_DATA names.", exception);
            }
        }
    }
}
