using System.Net;
using System.Net.Sockets;

namespace CourseLabs.Notebooks.Kernel.Zmtp;

/// <summary>A bound socket: greets the peers that connect, and hands on their messages, each peer's in order.</summary>
internal sealed class Listener : IDisposable
{
    private readonly TcpListener listener;
    private readonly string socketType;
    private readonly Action<Connection, byte[][]> received;
    private readonly Action<Connection> left;
    private readonly List<Connection> connections = [];

    /// <summary>Binds the socket; peers are taken from now on.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="socketType">ROUTER, PUB or REP.</param>
    /// <param name="received">Takes each message; may answer over the connection it came from.</param>
    /// <param name="left">Told of a connection that has ended.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public Listener(IPEndPoint endpoint, string socketType, Action<Connection, byte[][]> received, Action<Connection>? left = null)
    {
        (this.socketType, this.received) = (socketType, received);
        this.left = left ?? (_ => { });
        listener = new(endpoint);
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The peers that have been greeted.</summary>
    public Connection[] Ready()
    {
        lock (connections)
            return [.. connections.Where(c => c.IsReady)];
    }

    /// <summary>Stops listening and ends the connections, after what was sent.</summary>
    public void Dispose()
    {
        listener.Dispose();
        Connection[] all;
        lock (connections)
            all = [.. connections];
        foreach (Connection connection in all)
        {
            connection.Finish();
            connection.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = ServeAsync(new(await listener.AcceptSocketAsync()));
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException) when (listener.Server.IsBound)
            {
                // A peer that left before it was taken.
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Connection connection)
    {
        lock (connections)
            connections.Add(connection);
        try
        {
            await connection.GreetAsync(socketType);
            while (true)
                received(connection, await connection.ReceiveAsync());
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ObjectDisposedException or OperationCanceledException)
        {
            // The peer left, or is none of ours: also in the middle of a message.
        }
        finally
        {
            lock (connections)
                connections.Remove(connection);
            connection.Dispose();
            left(connection);
        }
    }
}
