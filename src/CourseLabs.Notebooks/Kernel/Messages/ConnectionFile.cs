using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseLabs.Notebooks.Format;

namespace CourseLabs.Notebooks.Kernel.Messages;

/// <summary>What Jupyter writes for a kernel that it starts: where to listen, and the key that signs the messages.</summary>
/// <param name="Address">An address of this machine alone.</param>
/// <param name="Ports">By channel: shell, control, stdin, iopub, hb.</param>
/// <param name="Key">The secret that only Jupyter and the kernel know.</param>
internal sealed record ConnectionFile(IPAddress Address, IReadOnlyDictionary<string, int> Ports, string Key)
{
    private static readonly string[] Channels = ["shell", "control", "stdin", "iopub", "hb"];

    /// <summary>Where a channel listens.</summary>
    public IPEndPoint this[string channel] => new(Address, Ports[channel]);

    /// <summary>Reads it.</summary>
    /// <exception cref="NotebookException">It is no such file, or asks for what this kernel refuses: other machines, no signature.</exception>
    public static ConnectionFile Read(string path)
    {
        JsonObject file;
        try
        {
            file = JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new NotebookException($"{path} is no connection file of Jupyter's.");
        }

        if (file["transport"].AsText() is { } transport and not "tcp")
            throw new NotebookException($"The kernel speaks over tcp, not {transport}.");
        string ip = file["ip"].AsText() ?? "";
        if (!IPAddress.TryParse(ip == "localhost" ? "127.0.0.1" : ip, out IPAddress? address) || !IPAddress.IsLoopback(address))
            throw new NotebookException($"The kernel listens on this machine alone (127.0.0.1), not on \"{ip}\".");
        if (file["signature_scheme"].AsText() is { } scheme and not "hmac-sha256")
            throw new NotebookException($"The kernel signs with hmac-sha256, not with {scheme}.");
        string key = file["key"].AsText() ?? "";
        if (key.Length == 0)
            throw new NotebookException($"{path} has no key, and unsigned messages are refused.");
        return new(address, Channels.ToDictionary(c => c, c => Port(file, c)), key);

        int Port(JsonObject from, string channel) => from[$"{channel}_port"].AsInt() is >= 0 and <= IPEndPoint.MaxPort and var port
            ? port
            : throw new NotebookException($"{path} has no {channel}_port.");
    }
}
