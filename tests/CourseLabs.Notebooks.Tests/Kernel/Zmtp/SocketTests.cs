using System.Net;
using System.Net.Sockets;
using System.Text;
using CourseLabs.Notebooks.Kernel.Zmtp;
using Xunit;

namespace CourseLabs.Notebooks.Tests.Kernel.Zmtp;

/// <summary>The sockets over a real connection, with peers that keep to the protocol and peers that do not.</summary>
public sealed class SocketTests
{
    private static readonly IPEndPoint Anywhere = new(IPAddress.Loopback, 0);

    [Fact]
    public async Task A_peer_that_stops_in_the_middle_disturbs_no_other()
    {
        using var listener = new Listener(Anywhere, "REP", (from, frames) => from.Send(frames));
        using TcpClient half = await Greeted(listener.Port, "REQ");
        await half.GetStream().WriteAsync(new byte[] { 0, 200, 1, 2, 3 }); // 3 of 200 bytes, and then silence
        using (TcpClient gone = await Greeted(listener.Port, "REQ"))
            await gone.GetStream().WriteAsync(new byte[] { 1, 1, 7, 0, 50 }); // leaves within its second frame
        using TcpClient whole = await Greeted(listener.Port, "REQ");

        await Send(whole, [], Encoding.ASCII.GetBytes("ping"));

        Assert.Equal(["", "ping"], await Receive(whole, 2));
    }

    [Theory]
    [InlineData("SUB", "NULL")] // a subscriber has no business there
    [InlineData("REQ", "PLAIN")] // a mechanism with a password
    public async Task A_peer_that_does_not_fit_is_let_go(string socketType, string mechanism)
    {
        bool received = false;
        using var listener = new Listener(Anywhere, "REP", (_, _) => received = true);
        using TcpClient peer = await Greeted(listener.Port, socketType, mechanism);

        Assert.Equal(0, await Rest(peer));
        Assert.False(received);
    }

    [Fact]
    public async Task Whoever_speaks_another_protocol_is_let_go()
    {
        using var listener = new Listener(Anywhere, "ROUTER", (_, _) => { });
        using var peer = new TcpClient();
        await peer.ConnectAsync(IPAddress.Loopback, listener.Port);
        await peer.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('x', 64)}\r\n\r\n"));

        Assert.InRange(await Rest(peer), 0, 64); // nothing but our greeting
    }

    [Fact]
    public async Task Subscribers_get_what_they_subscribed_to_until_they_take_it_back()
    {
        using var publisher = new Publisher(Anywhere);
        using TcpClient all = await Greeted(publisher.Port, "SUB"), some = await Greeted(publisher.Port, "SUB");
        await Send(all, [1]);
        await Send(some, [1, (byte)'b']);

        // Subscriptions take effect when they arrive: published until both have seen the first.
        Task<string[]> first = Receive(all, 1), second = Receive(some, 1);
        while (!first.IsCompleted || !second.IsCompleted)
        {
            publisher.Publish(["b0"u8.ToArray()]);
            await Task.Delay(5);
        }

        publisher.Publish(["a"u8.ToArray()]);
        publisher.Publish(["b1"u8.ToArray()]);
        Assert.Equal("b1", await Next(some, "b0"));
        Assert.Equal("a", await Next(all, "b0"));

        await Send(some, [0, (byte)'b']);
        await Send(some, [1, (byte)'c']);
        Task<string> last = Next(some, "b2");
        while (!last.IsCompleted)
        {
            publisher.Publish(["b2"u8.ToArray()]);
            publisher.Publish(["c"u8.ToArray()]);
            await Task.Delay(5);
        }

        publisher.Publish(["b3"u8.ToArray()]);
        publisher.Publish(["c2"u8.ToArray()]);
        Assert.Equal("c", await last);
        Assert.Equal("c2", await Next(some, "c"));
    }

    private static async Task<TcpClient> Greeted(int port, string socketType, string mechanism = "NULL")
    {
        var peer = new TcpClient { ReceiveTimeout = 10_000 };
        await peer.ConnectAsync(IPAddress.Loopback, port);
        byte[] greeting = Handshake.Greeting();
        Encoding.ASCII.GetBytes(mechanism).CopyTo(greeting, 12);
        await peer.GetStream().WriteAsync(greeting);
        using var ready = new MemoryStream();
        new Frame([5, .. "READY"u8, .. Handshake.Property("Socket-Type", socketType)], IsCommand: true).WriteTo(ready);
        await peer.GetStream().WriteAsync(ready.ToArray());
        await peer.GetStream().ReadExactlyAsync(new byte[64]);
        if (mechanism == "NULL")
            Assert.True((await Frame.ReadAsync(peer.GetStream(), CancellationToken.None)).IsCommand);
        return peer;
    }

    private static async Task Send(TcpClient peer, params byte[][] frames)
    {
        using var bytes = new MemoryStream();
        for (int i = 0; i < frames.Length; i++)
            new Frame(frames[i], More: i < frames.Length - 1).WriteTo(bytes);
        await peer.GetStream().WriteAsync(bytes.ToArray());
    }

    private static async Task<string[]> Receive(TcpClient peer, int frames)
    {
        var texts = new List<string>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        for (int i = 0; i < frames; i++)
            texts.Add(Encoding.ASCII.GetString((await Frame.ReadAsync(peer.GetStream(), limit.Token)).Body));
        return [.. texts];
    }

    // The next message that is not a repetition.
    private static async Task<string> Next(TcpClient peer, string repeated)
    {
        while (true)
        {
            if (await Receive(peer, 1) is [var text] && text != repeated)
                return text;
        }
    }

    // How many bytes come until the other side closes.
    private static async Task<int> Rest(TcpClient peer)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        int count = 0;
        byte[] buffer = new byte[256];
        try
        {
            while (await peer.GetStream().ReadAsync(buffer, limit.Token) is > 0 and var read)
                count += read;
        }
        catch (IOException)
        {
            // Closed with bytes of ours unread.
        }

        return count;
    }
}
