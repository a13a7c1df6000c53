using System.Net.Sockets;

namespace CourseLabs.Notebooks.Kernel.Zmtp;

/// <summary>One peer of one of our sockets. What goes wrong with it ends it, and nothing else.</summary>
internal sealed class Connection : IDisposable
{
    private const int MostFrames = 1024;

    // A peer that reads nothing for so long is let go; ZeroMQ's own connect again by themselves.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Socket socket;
    private readonly NetworkStream stream;
    private readonly BufferedStream input;
    private readonly Lock gate = new();

    /// <summary>Takes over a socket that was accepted.</summary>
    public Connection(Socket socket)
    {
        this.socket = socket;
        socket.NoDelay = true;
        stream = new(socket, ownsSocket: true) { WriteTimeout = (int)Patience.TotalMilliseconds };
        input = new(stream);
    }

    /// <summary>Whether messages can go out: after the handshake.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Greets the peer.</summary>
    /// <exception cref="InvalidDataException">It is no peer of ours.</exception>
    public async Task GreetAsync(string socketType)
    {
        using var limit = new CancellationTokenSource(Patience);
        await Handshake.RunAsync(stream, socketType, limit.Token);
        IsReady = true;
    }

    /// <summary>The next message's frames; commands are passed over.</summary>
    /// <exception cref="InvalidDataException">The peer broke the protocol.</exception>
    public async Task<byte[][]> ReceiveAsync()
    {
        var frames = new List<byte[]>();
        long length = 0;
        while (true)
        {
            Frame frame = await Frame.ReadAsync(input, CancellationToken.None);
            if (frame.IsCommand)
                continue;
            frames.Add(frame.Body);
            if ((length += frame.Body.Length) > Frame.Longest || frames.Count > MostFrames)
                throw new InvalidDataException("The message is too long.");
            if (!frame.More)
                return [.. frames];
        }
    }

    /// <summary>Sends a message whole, or ends the connection.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        using var bytes = new MemoryStream();
        for (int i = 0; i < frames.Count; i++)
            new Frame(frames[i], More: i < frames.Count - 1).WriteTo(bytes);
        try
        {
            lock (gate)
                stream.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            Dispose(); // the reader of this connection sees it end
        }
    }

    /// <summary>Lets the peer have what was sent, and takes nothing further.</summary>
    public void Finish()
    {
        try
        {
            lock (gate)
                socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It has gone already.
        }
    }

    /// <summary>Ends the connection.</summary>
    public void Dispose() => stream.Dispose();
}
