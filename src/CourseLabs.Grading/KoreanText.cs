using System.Text;

namespace CourseLabs.Grading;

/// <summary>Texts that do not say their encoding: macOS and Linux write UTF-8, Korean Windows its code page.</summary>
internal static class KoreanText
{
    private const int KoreanWindows = 949;

    static KoreanText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return Encoding.GetEncoding(KoreanWindows).GetString(bytes);
        }
    }
}
