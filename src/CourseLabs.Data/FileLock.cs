namespace CourseLabs.Data;

/// <summary>A file that one process (and one thread) at a time holds.</summary>
public static class FileLock
{
    private const int LinuxWouldBlock = 11, MacWouldBlock = 35;
    private const int SharingViolation = unchecked((int)0x80070020), LockViolation = unchecked((int)0x80070021);

    /// <summary>Takes it, if nobody has it.</summary>
    /// <param name="path">The file; it and its folder are made where they are missing.</param>
    /// <param name="options">How it is opened.</param>
    /// <returns>What gives it back when it is disposed of; null when somebody has it.</returns>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static IDisposable? TryTake(string path, FileOptions options = FileOptions.None)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException exception) when (exception.HResult is LinuxWouldBlock or MacWouldBlock or SharingViolation or LockViolation)
        {
            return null;
        }
    }
}
