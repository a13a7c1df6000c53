using System.Text;

namespace CourseLabs.Exercises.Source;

/// <summary>Reads the text of a student's file, whatever editor wrote it.</summary>
public static class StudentText
{
    private const int Longest = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, in UTF-8 or UTF-16, with or without a mark at its beginning.</summary>
    /// <exception cref="InvalidDataException">It is larger than a megabyte, or in another encoding.</exception>
    public static string Read(string path)
    {
        if (new FileInfo(path).Length > Longest)
            throw new InvalidDataException($"{Path.GetFileName(path)} is larger than a megabyte: that is no exercise.");
        return Read(File.ReadAllBytes(path), Path.GetFileName(path));
    }

    /// <summary>The text of bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name, for the message.</param>
    /// <exception cref="InvalidDataException">The encoding is another one.</exception>
    public static string Read(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => Utf8.GetString(rest),
                [0xFF, 0xFE, .. var rest] => new UnicodeEncoding(false, false, true).GetString(rest),
                [0xFE, 0xFF, .. var rest] => new UnicodeEncoding(true, false, true).GetString(rest),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (ArgumentException)
        {
            throw new InvalidDataException($"{name} is neither in UTF-8 nor in UTF-16: save it as UTF-8.");
        }
    }
}
