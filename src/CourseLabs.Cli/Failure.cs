using CourseLabs.Data;
using CourseLabs.Examples;
using CourseLabs.Grading;
using CourseLabs.Torch;

namespace CourseLabs.Cli;

/// <summary>What went wrong, for a person: a sentence, the exit code, and the stack trace only when asked for.</summary>
internal static class Failure
{
    /// <summary>Whether the user can put it right: a mistake in the command, a file, a device.</summary>
    public static bool IsUsers(Exception exception) =>
        exception is UserErrorException or GradingException or DataException or InvalidDataException or DeviceUnavailableException
            or IOException or UnauthorizedAccessException;

    public static int Code(Exception exception) => IsUsers(exception) ? ExitCode.WrongUse : ExitCode.FellShort;

    /// <summary>The first line of the message: libtorch adds a C++ backtrace, which is for <c>--verbose</c>.</summary>
    public static string Sentence(Exception exception)
    {
        var cause = exception;
        while (cause is TypeInitializationException or System.Reflection.TargetInvocationException && cause.InnerException is { } inner)
            cause = inner;
        if (IsUsers(cause))
            return cause.Message;
        return cause is DllNotFoundException ? FirstLine(cause.Message) : $"{cause.GetType().Name}: {FirstLine(cause.Message)}";
    }

    public static void Print(TextWriter error, Exception exception, bool verbose, string where = "")
    {
        error.WriteLine($"labs: {where}{Sentence(exception)}");
        if (verbose)
            error.WriteLine(exception);
        else if (!IsUsers(exception))
            error.WriteLine("--verbose shows where it happened.");
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}
