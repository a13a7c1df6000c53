using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Events;

namespace CourseLabs.Notebooks;

/// <summary>Turns .NET Interactive's events of the cell with this number into a notebook's outputs, as its Jupyter kernel does.</summary>
internal sealed class CellOutputs(int number)
{
    /// <summary>The most characters that a cell may print, and that a value may take to show: a page could not bear more.</summary>
    public const int Longest = 1_000_000;

    private readonly List<InteractiveDocumentOutputElement> outputs = [];
    private readonly StringBuilder text = new();
    private string stream = "";
    private int printed;

    /// <summary>What went wrong, in one line; null when all went well.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether it has printed as much as it may.</summary>
    public bool IsFull => printed >= Longest;

    /// <summary>Takes an event.</summary>
    public void Add(KernelEvent happened)
    {
        switch (happened)
        {
            case StandardOutputValueProduced written:
                Print("stdout", string.Concat(written.FormattedValues.Select(v => v.Value)));
                break;
            case StandardErrorValueProduced or ErrorProduced:
                Print("stderr", string.Concat(((DisplayEvent)happened).FormattedValues.Select(v => v.Value)));
                break;
            case DiagnosticsProduced found when found.Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error): // they fail
                Print("stderr", string.Concat(found.FormattedDiagnostics.Select(d => d.Value + "\n")));
                break;
            case DisplayedValueProduced value:
                Append(new DisplayElement(Data(value)));
                break;
            case ReturnValueProduced value:
                var result = new ReturnValueElement { ExecutionOrder = number };
                foreach (var (type, shown) in Data(value))
                    result.Data[type] = shown;
                Append(result);
                break;
            case CommandFailed failed:
                Fail(failed.Message);
                break;
        }
    }

    /// <summary>Takes printed text.</summary>
    public void Print(string name, string more)
    {
        if (name != stream)
            Close();
        stream = name;
        more = more[..Math.Min(more.Length, Longest - printed)];
        printed += more.Length;
        text.Append(more);
    }

    /// <summary>Notes a failure: its first line is told, all of them are kept.</summary>
    public void Fail(string message)
    {
        var lines = message.ReplaceLineEndings("\n").Split('\n');
        Failure ??= lines[0];
        Append(new ErrorElement(lines[0], "Error", lines));
    }

    /// <summary>All of them.</summary>
    public IEnumerable<InteractiveDocumentOutputElement> All()
    {
        Close();
        return outputs;
    }

    // A cell may ask for the same form twice: x.Display("text/html", "text/html").
    private static Dictionary<string, object> Data(DisplayEvent happened) =>
        happened.FormattedValues.DistinctBy(v => v.MimeType).ToDictionary(
            v => v.MimeType,
            v => (object)(v.Value.Length <= Longest ? v.Value
                : FormattableString.Invariant($"(not shown: {v.Value.Length:N0} characters; show a part of it)")));

    private void Append(InteractiveDocumentOutputElement element)
    {
        Close();
        outputs.Add(element);
    }

    private void Close()
    {
        if (text.Length > 0)
            outputs.Add(new TextElement(text.ToString(), stream));
        text.Clear();
    }
}
