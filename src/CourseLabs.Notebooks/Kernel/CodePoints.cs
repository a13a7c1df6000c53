using System.Text;

namespace CourseLabs.Notebooks.Kernel;

/// <summary>Jupyter counts a cursor's position in Unicode's code points, C# in UTF-16's units.</summary>
internal static class CodePoints
{
    /// <summary>The index of the position in the text; its end where the position lies past it.</summary>
    public static int ToIndex(string text, int position)
    {
        int index = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (position-- <= 0)
                break;
            index += rune.Utf16SequenceLength;
        }

        return index;
    }

    /// <summary>The position of an index in the text.</summary>
    public static int FromIndex(string text, int index)
    {
        int position = 0;
        foreach (Rune _ in text.AsSpan(0, index).EnumerateRunes())
            position++;
        return position;
    }
}
