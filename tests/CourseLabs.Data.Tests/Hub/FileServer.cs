using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CourseLabs.Data.Tests.Hub;

/// <summary>How the server answers one request.</summary>
/// <param name="Body">The whole file.</param>
internal sealed record Reply(byte[] Body)
{
    public int Status { get; init; } = 200;

    /// <summary>Ends the connection after so many bytes of what was asked for.</summary>
    public int? BreaksAfter { get; init; }

    /// <summary>Goes silent instead of ending the connection.</summary>
    public bool Stalls { get; init; }

    /// <summary>Whether a range is answered as such.</summary>
    public bool KnowsRanges { get; init; } = true;
}

/// <summary>A web server on this machine that misbehaves as a test says. Its answers go round: the last one is repeated.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Reply[] replies;

    public FileServer(params Reply[] replies)
    {
        this.replies = replies;
        listener.Start();
        _ = Serve();
    }

    /// <summary>Where ranges began, a request each; null for a request of the whole.</summary>
    public ConcurrentQueue<long?> Requests { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/files/data.bin");

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }

    private async Task Serve()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                _ = Answer(client);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Answer(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            long? from = null;
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                if (line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                    from = long.Parse(line["Range: bytes=".Length..^1], CultureInfo.InvariantCulture);
            }

            var reply = replies[Math.Min(Requests.Count, replies.Length - 1)];
            Requests.Enqueue(from);
            var start = reply.KnowsRanges && reply.Status == 200 ? (int)(from ?? 0) : 0;
            var status = reply.Status != 200 ? reply.Status : start == 0 ? 200 : start < reply.Body.Length ? 206 : 416;
            var range = status == 206 ? $"Content-Range: bytes {start}-{reply.Body.Length - 1}/{reply.Body.Length}\r\n" : "";
            var body = status is 200 or 206 ? reply.Body[start..] : [];
            var head = $"HTTP/1.1 {status} Said so\r\n{range}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            await stream.WriteAsync(body.AsMemory(0, Math.Min(body.Length, reply.BreaksAfter ?? body.Length)));
            if (reply.Stalls)
                await Task.Delay(Timeout.Infinite, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
