namespace CourseLabs.Grading;

/// <summary>What an instructor can put right; the message says how.</summary>
/// <param name="message">For a person.</param>
/// <param name="innerException">The cause.</param>
public sealed class GradingException(string message, Exception? innerException = null) : Exception(message, innerException);
