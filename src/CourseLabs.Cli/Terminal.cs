using System.Text;

namespace CourseLabs.Cli;

/// <summary>Where a command writes, and whether a person is watching.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    /// <summary>Whether <see cref="Out"/> is a terminal, not a pipe or a file.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal, not a pipe or a file.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Asked for by Ctrl-C.</summary>
    public CancellationToken Interrupt { get; init; }

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess(CancellationToken interrupt)
    {
        // Whatever the machine's own encoding is: in Latin-1 every Hangul syllable would become a question mark, in JSON too.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error)
        {
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Interrupt = interrupt,
        };
    }
}
