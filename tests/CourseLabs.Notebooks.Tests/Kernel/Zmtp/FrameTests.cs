using CourseLabs.Notebooks.Kernel.Zmtp;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CourseLabs.Notebooks.Tests.Kernel.Zmtp;

public sealed class FrameTests
{
    [Fact]
    public void Frames_read_back_as_written_however_the_bytes_arrive()
    {
        var frames =
            from size in Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(0, 70_000))
            from seed in Gen.Choose(0, 1000)
            from kind in Gen.Choose(0, 2)
            select new Frame(Bytes(size, seed), More: kind == 1, IsCommand: kind == 2);
        var cases = from list in frames.NonEmptyListOf() from piece in Gen.Choose(1, 20_000) select (Frames: list, Piece: piece);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            using var written = new MemoryStream();
            foreach (Frame frame in c.Frames)
                frame.WriteTo(written);
            using var stream = new Piecewise(written.ToArray(), c.Piece);
            foreach (Frame frame in c.Frames)
            {
                Frame read = Read(stream);
                Assert.Equal((frame.More, frame.IsCommand), (read.More, read.IsCommand));
                Assert.True(frame.Body.AsSpan().SequenceEqual(read.Body));
            }
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void Any_part_of_a_frame_is_an_end_too_early()
    {
        using var written = new MemoryStream();
        new Frame(Bytes(300, seed: 1)).WriteTo(written);
        byte[] bytes = written.ToArray();

        for (int length = 0; length < bytes.Length; length++)
        {
            using var stream = new Piecewise(bytes[..length], 7);
            Assert.Throws<EndOfStreamException>(() => Read(stream));
        }
    }

    [Theory]
    [InlineData(0x08, 0)] // a reserved flag
    [InlineData(0x05, 0)] // a command in several frames
    [InlineData(0x02, 0x80, 0, 0, 0, 0, 0, 0, 0)] // 2^63 bytes
    [InlineData(0x02, 0, 0, 0, 0, 4, 0, 0, 1)] // one more than the most
    public void What_is_no_frame_is_refused_before_its_body(params int[] bytes)
    {
        using var stream = new MemoryStream([.. bytes.Select(b => (byte)b)]);
        Assert.Throws<InvalidDataException>(() => Read(stream));
    }

    // rfc.zeromq.org/spec/23: short and long frames, the length in network byte order.
    [Fact]
    public void The_bytes_are_those_of_the_specification()
    {
        using var written = new MemoryStream();
        new Frame([7, 8], More: true).WriteTo(written);
        new Frame(new byte[256], IsCommand: true).WriteTo(written);

        Assert.Equal([1, 2, 7, 8, 6, 0, 0, 0, 0, 0, 0, 1, 0, 0], written.ToArray()[..14]);
    }

    private static Frame Read(Stream stream) => Frame.ReadAsync(stream, CancellationToken.None).GetAwaiter().GetResult();

    private static byte[] Bytes(int size, int seed)
    {
        byte[] bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Gives a few bytes at a time, as a slow peer does.</summary>
    private sealed class Piecewise(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span[..Math.Min(piece, buffer.Length)]));
    }
}
