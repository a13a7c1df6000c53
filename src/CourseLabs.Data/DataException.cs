namespace CourseLabs.Data;

/// <summary>
/// Data that are not as they must be, or a file that cannot be had or written. The message is a sentence or two for a person: it names
/// the file and, inside it, the row and the column.
/// </summary>
public class DataException : Exception
{
    /// <summary>An error without words.</summary>
    public DataException()
    {
    }

    /// <summary>An error in one or two sentences.</summary>
    public DataException(string message)
        : base(message)
    {
    }

    /// <summary>An error in one or two sentences, and what it came from.</summary>
    public DataException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
