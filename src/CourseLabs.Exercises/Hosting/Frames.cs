using System.Text;

namespace CourseLabs.Exercises.Hosting;

/// <summary>
/// What passes between the two processes: a length of four bytes, then as many bytes. The parent trusts no length, since the student's
/// code could write into the pipe.
/// </summary>
internal static class Frames
{
    private const int Longest = 64 << 20;

    public static void Send(Stream stream, Action<BinaryWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(0); // the length's place
            write(writer);
        }

        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        BitConverter.TryWriteBytes(bytes, bytes.Length - sizeof(int));
        stream.Write(bytes);
        stream.Flush();
    }

    /// <summary>The next frame; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The length is none.</exception>
    public static BinaryReader? Receive(Stream stream)
    {
        var head = new byte[sizeof(int)];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return null;
        var length = BitConverter.ToInt32(head);
        if (length is < 0 or > Longest)
            throw new InvalidDataException("The frame's length is none.");
        var bytes = new byte[length];
        return stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false) < length
            ? null
            : new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
    }

    public static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    public static byte[] ReadBytes(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length < 0 || length > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new InvalidDataException("A length in the frame is none.");
        return reader.ReadBytes(length);
    }
}
