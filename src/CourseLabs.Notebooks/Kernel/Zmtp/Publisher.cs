using System.Collections.Concurrent;
using System.Net;

namespace CourseLabs.Notebooks.Kernel.Zmtp;

/// <summary>A PUB socket: each peer gets the messages whose first frame begins with something that it has subscribed to.</summary>
internal sealed class Publisher : IDisposable
{
    private readonly ConcurrentDictionary<Connection, HashSet<string>> subscriptions = new();
    private readonly Lock gate = new();
    private readonly Listener listener;

    /// <summary>Binds the socket.</summary>
    /// <param name="endpoint">Where.</param>
    public Publisher(IPEndPoint endpoint) => listener = new(endpoint, "PUB", Change, connection => subscriptions.TryRemove(connection, out _));

    /// <summary>The port it listens on.</summary>
    public int Port => listener.Port;

    /// <summary>Sends a message to its subscribers, all of which get all messages in one order.</summary>
    public void Publish(IReadOnlyList<byte[]> frames)
    {
        string topic = Convert.ToHexString(frames[0]);
        lock (gate)
        {
            foreach (Connection connection in listener.Ready())
            {
                if (IsSubscribed(connection, topic))
                    connection.Send(frames);
            }
        }
    }

    /// <summary>Ends the connections.</summary>
    public void Dispose() => listener.Dispose();

    private bool IsSubscribed(Connection connection, string topic)
    {
        if (!subscriptions.TryGetValue(connection, out HashSet<string>? prefixes))
            return false;
        lock (prefixes)
            return prefixes.Any(p => topic.StartsWith(p, StringComparison.Ordinal));
    }

    // ZMTP 3.0: 1 and a prefix subscribes, 0 and the prefix takes it back.
    private void Change(Connection connection, byte[][] message)
    {
        if (message is not [[0 or 1, ..] change])
            throw new InvalidDataException("A subscriber sends nothing but subscriptions.");
        string prefix = Convert.ToHexString(change.AsSpan(1));
        HashSet<string> prefixes = subscriptions.GetOrAdd(connection, _ => []);
        lock (prefixes)
        {
            if (change[0] == 1)
                prefixes.Add(prefix);
            else
                prefixes.Remove(prefix);
        }
    }
}
