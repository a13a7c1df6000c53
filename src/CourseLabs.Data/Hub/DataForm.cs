using System.Security.Cryptography;

namespace CourseLabs.Data.Hub;

/// <summary>One form of a data file on a disk, and how to know that it is whole.</summary>
/// <param name="FileName">The file's name, without a folder.</param>
/// <param name="Hash">SHA-1 (40 hexadecimal digits) or SHA-256 (64).</param>
/// <param name="Size">The size in bytes, where it is known.</param>
/// <exception cref="ArgumentException">It is neither: with such a hash no file would ever be whole.</exception>
public sealed record DataForm(string FileName, string Hash, long? Size = null)
{
    private const int Sha1Digits = 40, Sha256Digits = 64;

    /// <summary>SHA-1 (40 hexadecimal digits) or SHA-256 (64).</summary>
    public string Hash { get; } = Hash is { Length: Sha1Digits or Sha256Digits } && Hash.All(char.IsAsciiHexDigit)
        ? Hash
        : throw new ArgumentException(
            $"{FileName}: the hash \"{Hash}\" is neither SHA-1 (40 hexadecimal digits) nor SHA-256 (64).", nameof(Hash));

    /// <summary>Which hash it is, for a person.</summary>
    public string HashName => Hash.Length == Sha1Digits ? "SHA-1" : "SHA-256";

    /// <summary>What is wrong with the file at <paramref name="path"/>; null when size and hash are right.</summary>
    public string? Damage(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (Size is { } size && file.Length != size)
                return $"it has {file.Length} bytes, not {size}";
            var hash = Compute(file);
            return hash.Equals(Hash, StringComparison.OrdinalIgnoreCase) ? null : $"its {HashName} is {hash}, not {Hash}";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be read: {exception.Message}";
        }
    }

    /// <summary>The hash of the file at <paramref name="path"/>, of the same kind as <see cref="Hash"/>, in lower case.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Compute(file);
    }

    // SHA-1 guards against broken files, not against an attacker: it is what the slide and D2L's hub give.
#pragma warning disable CA5350
    private string Compute(FileStream file) =>
        Convert.ToHexStringLower(Hash.Length == Sha1Digits ? SHA1.HashData(file) : SHA256.HashData(file));
#pragma warning restore CA5350
}
