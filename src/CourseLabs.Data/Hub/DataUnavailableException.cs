namespace CourseLabs.Data.Hub;

/// <summary>
/// A data file lies in no folder and no source gave it; the message says why, and where to put which file. Nothing is damaged.
/// </summary>
public sealed class DataUnavailableException : DataException
{
    /// <summary>An error without words.</summary>
    public DataUnavailableException()
    {
    }

    /// <summary>An error in one or two sentences.</summary>
    public DataUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>An error in one or two sentences, and what it came from.</summary>
    public DataUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
