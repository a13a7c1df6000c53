namespace CourseLabs.Notebooks;

/// <summary>A file is no notebook that can be run here; the message says why in a sentence.</summary>
public sealed class NotebookException : Exception
{
    /// <summary>With what is wrong.</summary>
    /// <param name="message">A sentence for the user.</param>
    public NotebookException(string message)
        : base(message)
    {
    }

    /// <summary>Without a message.</summary>
    public NotebookException()
    {
    }

    /// <summary>With what is wrong and its cause.</summary>
    /// <param name="message">A sentence for the user.</param>
    /// <param name="innerException">The cause.</param>
    public NotebookException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
