namespace CourseLabs.Examples;

/// <summary>A user's mistake. The message is one or two sentences that say what is wrong and what would be right.</summary>
public sealed class UserErrorException : Exception
{
    /// <summary>A mistake without words.</summary>
    public UserErrorException()
    {
    }

    /// <summary>A mistake in one or two sentences.</summary>
    public UserErrorException(string message)
        : base(message)
    {
    }

    /// <summary>A mistake in one or two sentences, and what it led to.</summary>
    public UserErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
