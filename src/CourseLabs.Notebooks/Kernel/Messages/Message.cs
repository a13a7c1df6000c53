using System.Globalization;
using System.Text.Json.Nodes;
using CourseLabs.Notebooks.Format;

namespace CourseLabs.Notebooks.Kernel.Messages;

/// <summary>A message of the Jupyter protocol, 5.3.</summary>
/// <param name="Route">The frames before the delimiter: where an answer goes, or a publication's topic.</param>
/// <param name="Header">Who sent it, and what it is.</param>
/// <param name="Parent">The header of the message that caused it; empty without one.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(IReadOnlyList<byte[]> Route, JsonObject Header, JsonObject Parent, JsonObject Content)
{
    /// <summary>The protocol that the kernel speaks.</summary>
    public const string ProtocolVersion = "5.3";

    /// <summary>For instance <c>execute_request</c>.</summary>
    public string Type => Header["msg_type"].AsText() ?? "";

    /// <summary>The session of the client that sent it.</summary>
    public string Session => Header["session"].AsText() ?? "";

    /// <summary>A member of the content that says yes or no.</summary>
    public bool Flag(string member, bool otherwise) => Content[member] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    /// <summary>A message of the kernel's.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="content">What it says.</param>
    /// <param name="parent">What caused it.</param>
    /// <param name="session">The kernel's session.</param>
    /// <param name="route">Where it goes.</param>
    public static Message Create(string type, JsonObject content, Message? parent, string session, IReadOnlyList<byte[]> route)
    {
        JsonObject header = new()
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        return new(route, header, parent?.Header.DeepClone().AsObject() ?? [], content);
    }
}
