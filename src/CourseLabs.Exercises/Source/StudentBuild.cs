using CourseLabs.Exercises.Hosting;

namespace CourseLabs.Exercises.Source;

/// <summary>What the compiler made of a student's file.</summary>
/// <param name="Assembly">The assembly; empty when there is none.</param>
/// <param name="Symbols">Its portable PDB.</param>
/// <param name="Errors">
/// The compiler's errors. Where they stand within members, those members alone are left out, and the others can be called.
/// </param>
/// <param name="NotStarted">The members that still have the blank of the exercise.</param>
public sealed record StudentBuild(
    byte[] Assembly, byte[] Symbols, IReadOnlyList<CompilerError> Errors, IReadOnlyList<string> NotStarted)
{
    /// <summary>For members that were compiled elsewhere.</summary>
    public static StudentBuild Nothing { get; } = new([], [], [], []);

    /// <summary>The errors that keep a member from being called: its own, or those outside of every member.</summary>
    public IReadOnlyList<CompilerError> ErrorsOf(string member)
    {
        CompilerError[] own = [.. Errors.Where(e => e.Member == member)];
        return own.Length > 0 || Assembly.Length > 0 ? own : Errors;
    }

    internal static StudentBuild Read(BinaryReader reader) => new(
        Frames.ReadBytes(reader),
        Frames.ReadBytes(reader),
        [.. Enumerable.Range(0, Count(reader)).Select(_ => CompilerError.Read(reader))],
        [.. Enumerable.Range(0, Count(reader)).Select(_ => reader.ReadString())]);

    internal void Write(BinaryWriter writer)
    {
        Frames.WriteBytes(writer, Assembly);
        Frames.WriteBytes(writer, Symbols);
        writer.Write(Errors.Count);
        foreach (var error in Errors)
            error.Write(writer);
        writer.Write(NotStarted.Count);
        foreach (var member in NotStarted)
            writer.Write(member);
    }

    private static int Count(BinaryReader reader) => reader.ReadInt32() is >= 0 and <= 10_000 and var count
        ? count
        : throw new InvalidDataException("A number in the frame is none.");
}

/// <summary>An error of the compiler's.</summary>
/// <param name="Member">The member that it stands in; null outside of every member.</param>
/// <param name="File">The file's name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Code">Such as CS1002.</param>
/// <param name="Message">The compiler's words.</param>
public sealed record CompilerError(string? Member, string File, int Line, int Column, string Code, string Message)
{
    /// <summary>As the compiler prints it: <c>Tasks.cs(12,9): error CS1002: ; expected</c>.</summary>
    public override string ToString() => $"{File}({Line},{Column}): error {Code}: {Message}";

    internal static CompilerError Read(BinaryReader reader)
    {
        var member = reader.ReadString();
        return new(member.Length == 0 ? null : member, reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString(),
            reader.ReadString());
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Member ?? "");
        writer.Write(File);
        writer.Write(Line);
        writer.Write(Column);
        writer.Write(Code);
        writer.Write(Message);
    }
}
