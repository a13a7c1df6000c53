using System.Text;
using System.Text.Json.Nodes;
using CourseLabs.Notebooks.Kernel.Messages;
using CourseLabs.Notebooks.Kernel.Zmtp;

namespace CourseLabs.Notebooks.Kernel;

/// <summary>The five sockets of a kernel. What is not signed as it should be goes no further than here.</summary>
internal sealed class Channels : IDisposable
{
    private readonly string session = Guid.NewGuid().ToString();
    private readonly Wire wire;
    private readonly Publisher iopub;
    private readonly Listener[] listeners;
    private long received;

    /// <summary>Begins to listen.</summary>
    /// <param name="file">Where.</param>
    /// <param name="shell">Takes the requests that are done one after the other.</param>
    /// <param name="control">Takes the requests that must not wait for those.</param>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public Channels(ConnectionFile file, Action<Request> shell, Action<Request> control)
    {
        wire = new(file.Key);
        iopub = new(file["iopub"]);
        listeners =
        [
            new(file["hb"], "REP", (from, frames) => from.Send(frames)),
            new(file["stdin"], "ROUTER", (_, _) => { }), // a cell that reads the console gets its end: nothing is asked over it
            new(file["control"], "ROUTER", (from, frames) => Take(from, frames, control)),
            new(file["shell"], "ROUTER", (from, frames) => Take(from, frames, shell)),
        ];
    }

    /// <summary>Tells every client.</summary>
    public void Publish(string type, JsonObject content, Message? cause) =>
        iopub.Publish(wire.Encode(Message.Create(type, content, cause, session, [Encoding.ASCII.GetBytes($"kernel.{session}.{type}")])));

    /// <summary>Tells every client whether a request is being done: <c>busy</c> or <c>idle</c>.</summary>
    public void Status(string state, Request request) => Publish("status", new() { ["execution_state"] = state }, request.Message);

    /// <summary>Answers a request.</summary>
    public void Reply(Request request, JsonObject content)
    {
        string type = request.Message.Type.Replace("_request", "_reply", StringComparison.Ordinal);
        request.From.Send(wire.Encode(Message.Create(type, content, request.Message, session, request.Message.Route)));
    }

    /// <summary>Ends the connections, after what was sent.</summary>
    public void Dispose()
    {
        foreach (Listener listener in listeners)
            listener.Dispose();
        iopub.Dispose();
    }

    private void Take(Connection from, byte[][] frames, Action<Request> handle)
    {
        try
        {
            handle(new(from, wire.Decode(frames), Interlocked.Increment(ref received)));
        }
        catch (InvalidDataException exception)
        {
            Console.Error.WriteLine($"labs kernel: refused {exception.Message}.");
        }
    }
}
