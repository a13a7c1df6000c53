using System.Text.Json.Serialization;

namespace CourseLabs.Notebooks.Session;

/// <summary>What happens while a cell runs, in order, or the answer to another question.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Printed), "printed")]
[JsonDerivedType(typeof(Shown), "shown")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(Completions), "completions")]
[JsonDerivedType(typeof(Inspection), "inspection")]
[JsonDerivedType(typeof(Completeness), "completeness")]
public abstract record CellEvent;

/// <summary>The cell wrote text.</summary>
/// <param name="Stream"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">What it wrote.</param>
public sealed record Printed(string Stream, string Text) : CellEvent;

/// <summary>The cell showed an object, by <c>display(x)</c> or as its trailing expression.</summary>
/// <param name="Data">The object in one or more MIME types.</param>
/// <param name="IsResult">Whether it is the trailing expression.</param>
public sealed record Shown(IReadOnlyDictionary<string, string> Data, bool IsResult) : CellEvent;

/// <summary>The cell did not compile, threw, or ended the session.</summary>
/// <param name="Name">The kind: an exception's type, or the compiler's code.</param>
/// <param name="Message">What went wrong, for a person.</param>
/// <param name="Line">The cell's line, from 1, where it is known.</param>
/// <param name="Trace">Further lines: other errors of the compiler, or where the exception came from.</param>
public sealed record Failed(string Name, string Message, int? Line, IReadOnlyList<string> Trace) : CellEvent
{
    /// <summary>What stands in the line where it went wrong; null where that is not known.</summary>
    /// <param name="source">The cell's source.</param>
    public string? LineIn(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Line is { } line ? source.Split('\n').ElementAtOrDefault(line - 1)?.Trim() : null;
    }
}

/// <summary>The cell is done, well or not.</summary>
/// <param name="Seconds">How long it took, compiling included.</param>
public sealed record Finished(double Seconds) : CellEvent;

/// <summary>Questions and events as JSON, without reflection, which would cost the first cell a tenth of a second.</summary>
[JsonSerializable(typeof(CellEvent))]
[JsonSerializable(typeof(CodeQuestion))]
internal sealed partial class EventJson : JsonSerializerContext;
