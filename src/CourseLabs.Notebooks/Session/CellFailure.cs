using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CourseLabs.Notebooks.Session;

/// <summary>Turns what went wrong in a cell into what a person reads.</summary>
internal static partial class CellFailure
{
    /// <summary>The compiler's errors; the first one is the message.</summary>
    public static Failed Of(IEnumerable<Diagnostic> diagnostics)
    {
        Diagnostic[] errors = [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        string[] lines = [.. errors.Select(e => $"({Line(e)}): {e.Id}: {Message(e)}")];
        return new(errors[0].Id, Message(errors[0]), Line(errors[0]), lines);
    }

    /// <summary>An exception of the cell's code.</summary>
    public static Failed Of(Exception exception, string cell)
    {
        Exception cause = exception;
        while (cause is TypeInitializationException or TargetInvocationException or AggregateException { InnerExceptions.Count: 1 }
            && cause.InnerException is { } inner)
            cause = inner;
        int? line = new StackTrace(cause, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(f => f.GetFileName() == cell)?.GetFileLineNumber();
        // Below the cell's own frames lie only the engine's.
        string[] trace = [.. (cause.StackTrace ?? "").Split('\n').Select(l => l.TrimEnd()).TakeWhile(l => !EngineFrame().IsMatch(l))];
        return new(cause.GetType().Name, cause.Message, line, trace);
    }

    /// <summary>What this engine would misread or not know: another kernel's cell, a package.</summary>
    /// <returns>Null for plain C#.</returns>
    public static Failed? OfMagic(string code)
    {
        if (Magic().Match(code) is not { Success: true } match)
            return null;
        int line = code.AsSpan(0, match.Index).Count('\n') + 1;
        string what = match.Value.TrimStart();
        return new("NotPlainCSharp", $"\"{what}\" belongs to .NET Interactive alone; here a cell is plain C#, and #r names a file.", line, []);
    }

    [GeneratedRegex("""^[ \t]*(#!\S*|%%?\w+|#[ri]\s*"nuget:[^"]*"?)""", RegexOptions.Multiline)]
    private static partial Regex Magic();

    [GeneratedRegex(@"^\s+at Microsoft\.CodeAnalysis\.Scripting\.|^--- End of stack trace")]
    private static partial Regex EngineFrame();

    private static int Line(Diagnostic error) => error.Location.GetMappedLineSpan().StartLinePosition.Line + 1;

    private static string Message(Diagnostic error)
    {
        string text = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return error.Id == "CS0006"
            ? $"{text}. #r looks from the notebook's folder; the labs' own assembly is made by ./labs.sh notebook (labs.ps1 on Windows)."
            : text;
    }
}
