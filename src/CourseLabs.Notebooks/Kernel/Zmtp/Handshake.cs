using System.Text;

namespace CourseLabs.Notebooks.Kernel.Zmtp;

/// <summary>How a connection begins: greetings of 64 bytes with the mechanism NULL, then each side's READY with its socket type.</summary>
internal static class Handshake
{
    private const int GreetingLength = 64;

    /// <summary>Which sockets may talk to which of ours.</summary>
    private static readonly Dictionary<string, string[]> Partners = new()
    {
        ["ROUTER"] = ["DEALER", "REQ", "ROUTER"],
        ["PUB"] = ["SUB", "XSUB"],
        ["REP"] = ["REQ", "DEALER"],
    };

    /// <summary>Greets a peer that has connected.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="socketType">Ours: ROUTER, PUB or REP.</param>
    /// <param name="cancellation">Gives up on a peer that says nothing.</param>
    /// <exception cref="InvalidDataException">The peer speaks no ZMTP 3, another mechanism, or has a socket that does not go with ours.</exception>
    public static async Task RunAsync(Stream stream, string socketType, CancellationToken cancellation)
    {
        await stream.WriteAsync(Greeting(), cancellation);
        byte[] theirs = new byte[GreetingLength];
        await stream.ReadExactlyAsync(theirs, cancellation);
        if (theirs[0] != 0xFF || theirs[9] != 0x7F || theirs[10] < 3)
            throw new InvalidDataException("The peer does not speak ZMTP 3.");
        if (!theirs.AsSpan(12, 20).SequenceEqual(Greeting().AsSpan(12, 20)))
            throw new InvalidDataException("The peer asks for a security mechanism other than NULL.");

        using var ready = new MemoryStream();
        new Frame([.. Name("READY"), .. Property("Socket-Type", socketType)], IsCommand: true).WriteTo(ready);
        await stream.WriteAsync(ready.ToArray(), cancellation);
        Frame answer = await Frame.ReadAsync(stream, cancellation);
        if (!answer.IsCommand || !answer.Body.AsSpan().StartsWith(Name("READY")))
            throw new InvalidDataException("The peer is not ready.");
        if (!Partners[socketType].Any(partner => answer.Body.AsSpan().IndexOf(Property("Socket-Type", partner)) >= 0))
            throw new InvalidDataException($"The peer's socket does not go with {socketType}.");
    }

    /// <summary>Signature, version 3.0, mechanism NULL, not a server in that mechanism's sense, padding.</summary>
    public static byte[] Greeting()
    {
        byte[] greeting = new byte[GreetingLength];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    /// <summary>A property of READY: its name behind one byte of length, its value behind four.</summary>
    public static byte[] Property(string name, string value) => [.. Name(name), 0, 0, 0, (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];

    private static byte[] Name(string name) => [(byte)name.Length, .. Encoding.ASCII.GetBytes(name)];
}
