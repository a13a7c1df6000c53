namespace CourseLabs.Cli;

/// <summary>What the process says at its end.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A figure or a check fell short, or an example failed.</summary>
    public const int FellShort = 1;

    /// <summary>Wrong use or bad input.</summary>
    public const int WrongUse = 2;

    /// <summary>Interrupted by Ctrl-C; what was finished is written.</summary>
    public const int Interrupted = 130;

    /// <summary>The one that matters most of two.</summary>
    public static int Worse(int a, int b) => Math.Max(a, b);
}
