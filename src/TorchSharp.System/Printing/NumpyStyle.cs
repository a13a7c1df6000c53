using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary><c>[[1, 2, 3]</c>, a line a row, an empty line between matrices; long ones shortened.</summary>
internal sealed class NumpyStyle(Elements elements, string newLine)
{
    private readonly StringBuilder text = new();

    public string Text()
    {
        Write(0, 0);
        return text.ToString();
    }

    private void Write(int dimension, long offset)
    {
        var rest = elements.Shape.Length - dimension;
        if (rest == 0)
        {
            text.Append(elements.At(offset));
            return;
        }
        var between = rest == 1 ? ", " : string.Concat(Enumerable.Repeat(newLine, rest - 1)) + new string(' ', dimension + 1);
        var afterDots = rest == 1 ? " " : between;
        var separator = "";
        text.Append('[');
        foreach (var i in Shortened.Indices(elements.Shape[dimension], rest == 1 ? MaxColumns : MaxRows))
        {
            text.Append(separator);
            if (i < 0) text.Append("...");
            else Write(dimension + 1, offset + i * elements.Strides[dimension]);
            separator = i < 0 ? afterDots : between;
        }
        text.Append(']');
    }
}
