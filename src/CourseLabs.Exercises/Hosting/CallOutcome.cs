namespace CourseLabs.Exercises.Hosting;

/// <summary>How the call of a student's member ended.</summary>
public enum CallEnd
{
    /// <summary>It returned a value.</summary>
    Returned,

    /// <summary>There is no method of that name.</summary>
    Missing,

    /// <summary>Its parameters or its result have other types.</summary>
    WrongSignature,

    /// <summary>It threw an exception.</summary>
    Threw,

    /// <summary>It returned a value, but an argument is no longer what it was.</summary>
    InputChanged,

    /// <summary>The process has ended during the call.</summary>
    EndedProcess,

    /// <summary>It did not return in time.</summary>
    TooSlow,
}

/// <summary>What came of one call of a student's member.</summary>
/// <param name="End">How it ended.</param>
public sealed record CallOutcome(CallEnd End)
{
    /// <summary>The value returned, as <see cref="Values.ValueWriter"/> wrote it.</summary>
    public byte[] Value { get; init; } = [];

    /// <summary>The names of the members of the tuple returned; empty for any other value.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The signature found, the exception and its message, the argument changed, or why the process ended.</summary>
    public string Text { get; init; } = "";

    /// <summary>The line of the student's file that threw; 0 when none is known.</summary>
    public int Line { get; init; }

    /// <summary>What the member printed, cut.</summary>
    public string Printed { get; init; } = "";

    internal static CallOutcome Read(BinaryReader reader) => new((CallEnd)reader.ReadByte())
    {
        Value = Frames.ReadBytes(reader),
        Names = [.. Enumerable.Range(0, Math.Clamp(reader.ReadInt32(), 0, 100)).Select(_ => reader.ReadString())],
        Text = reader.ReadString(),
        Line = reader.ReadInt32(),
        Printed = reader.ReadString(),
    };

    internal void Write(BinaryWriter writer)
    {
        writer.Write((byte)End);
        Frames.WriteBytes(writer, Value);
        writer.Write(Names.Count);
        foreach (var name in Names)
            writer.Write(name);
        writer.Write(Text);
        writer.Write(Line);
        writer.Write(Printed);
    }
}
