namespace CourseLabs.Exercises.Hosting;

/// <summary>A call of a student's member.</summary>
/// <param name="Member">The method's name.</param>
/// <param name="ParameterTypes">Its parameters' types, as <see cref="Values.TypeText"/> writes them.</param>
/// <param name="ResultType">Its result's type.</param>
/// <param name="Arguments">The arguments, as <see cref="Values.ValueWriter"/> writes them.</param>
/// <param name="TorchSeed">What torch's generator is set to before.</param>
public sealed record CallRequest(
    string Member, IReadOnlyList<string> ParameterTypes, string ResultType, byte[] Arguments, long TorchSeed)
{
    internal static CallRequest Read(BinaryReader reader) => new(
        reader.ReadString(),
        [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())],
        reader.ReadString(),
        Frames.ReadBytes(reader),
        reader.ReadInt64());

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Member);
        writer.Write(ParameterTypes.Count);
        foreach (var type in ParameterTypes)
            writer.Write(type);
        writer.Write(ResultType);
        Frames.WriteBytes(writer, Arguments);
        writer.Write(TorchSeed);
    }
}
