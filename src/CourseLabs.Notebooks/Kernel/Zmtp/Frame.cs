using System.Buffers.Binary;

namespace CourseLabs.Notebooks.Kernel.Zmtp;

/// <summary>A frame of ZMTP 3.0 (rfc.zeromq.org/spec/23): flags, the length in one byte or in eight, the body.</summary>
/// <param name="Body">Any bytes.</param>
/// <param name="More">Whether the message has further frames.</param>
/// <param name="IsCommand">Whether it is for the connection itself: READY, SUBSCRIBE and the like.</param>
internal readonly record struct Frame(byte[] Body, bool More = false, bool IsCommand = false)
{
    /// <summary>The longest body that is accepted, far above what any request holds.</summary>
    public const int Longest = 64 << 20;

    private const int MoreFlag = 1, LongFlag = 2, CommandFlag = 4;

    /// <summary>The next frame.</summary>
    /// <exception cref="InvalidDataException">It is no frame, or longer than <see cref="Longest"/>.</exception>
    /// <exception cref="EndOfStreamException">The stream ended, also in the middle of the frame.</exception>
    public static async Task<Frame> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] head = new byte[9];
        await stream.ReadExactlyAsync(head.AsMemory(0, 1), cancellation);
        int flags = head[0];
        bool more = (flags & MoreFlag) != 0, isLong = (flags & LongFlag) != 0, isCommand = (flags & CommandFlag) != 0;
        if (flags > (MoreFlag | LongFlag | CommandFlag) || (more && isCommand))
            throw new InvalidDataException($"A frame cannot have the flags {flags}.");
        int size = isLong ? 8 : 1;
        await stream.ReadExactlyAsync(head.AsMemory(1, size), cancellation);
        ulong length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(head.AsSpan(1)) : head[1];
        if (length > Longest)
            throw new InvalidDataException($"A frame of {length} bytes is longer than {Longest}.");
        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellation);
        return new(body, more, isCommand);
    }

    /// <summary>The bytes that stand for it.</summary>
    public void WriteTo(Stream stream)
    {
        bool isLong = Body.Length > byte.MaxValue;
        stream.WriteByte((byte)((More ? MoreFlag : 0) | (isLong ? LongFlag : 0) | (IsCommand ? CommandFlag : 0)));
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)Body.Length);
        stream.Write(isLong ? length : length[7..]);
        stream.Write(Body);
    }
}
