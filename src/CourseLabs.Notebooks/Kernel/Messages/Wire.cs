using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseLabs.Notebooks.Kernel.Messages;

/// <summary>Messages as frames: the route, a delimiter, the signature, then header, parent, metadata and content as JSON.</summary>
/// <param name="key">What both sides sign with.</param>
internal sealed class Wire(string key)
{
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    // A picture's HTML would become several times as long if every < were escaped.
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] key = Encoding.UTF8.GetBytes(key);

    /// <summary>Signs a message.</summary>
    public List<byte[]> Encode(Message message)
    {
        byte[][] parts = [.. new JsonObject[] { message.Header, message.Parent, [], message.Content }
            .Select(part => Encoding.UTF8.GetBytes(part.ToJsonString(Relaxed)))];
        return [.. message.Route, Delimiter, Sign(parts), .. parts];
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidDataException">It is none, or its signature is not that of the key.</exception>
    public Message Decode(byte[][] frames)
    {
        int delimiter = Array.FindIndex(frames, f => f.AsSpan().SequenceEqual(Delimiter));
        if (delimiter < 0 || frames.Length < delimiter + 6) // what follows the content are buffers, which no request of ours has
            throw new InvalidDataException("a message without the frames of one");
        byte[][] parts = frames[(delimiter + 2)..(delimiter + 6)];
        if (!CryptographicOperations.FixedTimeEquals(frames[delimiter + 1], Sign(parts)))
            throw new InvalidDataException("a message with a wrong signature");
        try
        {
            JsonObject[] objects = [.. parts.Select(part => JsonNode.Parse(part) as JsonObject ?? throw new JsonException())];
            return new(frames[..delimiter], objects[0], objects[1], objects[3]);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("a message that is not of JSON objects", exception);
        }
    }

    private byte[] Sign(byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (byte[] part in parts)
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
