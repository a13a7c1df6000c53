using System.Text;

namespace TorchSharp.Printing;

/// <summary>Metadata, then each matrix as lines with columns that are right-aligned and cut at the line's width.</summary>
internal sealed class JuliaStyle(Elements elements, int width, string newLine)
{
    private const string Dots = "...";
    private readonly StringBuilder text = new();
    private readonly long[] shape = elements.Shape;

    public string Text(string metadata)
    {
        text.Append(metadata);
        switch (shape.Length)
        {
            case 0:
                text.Append(", value = ").Append(elements.At(0));
                break;
            case 1:
                text.Append(newLine);
                WriteRows([Row(0, shape[0], elements.Strides[0])], shape[0]);
                break;
            case 2:
                text.Append(newLine);
                WriteMatrix(0);
                break;
            default:
                WriteMatrices([], 0);
                break;
        }
        return text.ToString();
    }

    private void WriteMatrices(long[] index, long offset)
    {
        if (index.Length < shape.Length - 2)
        {
            for (var i = 0L; i < shape[index.Length]; i++) WriteMatrices([.. index, i], offset + i * elements.Strides[index.Length]);
            return;
        }
        text.Append(newLine).Append('[').AppendJoin(',', index).Append(",..,..] =").Append(newLine);
        WriteMatrix(offset);
    }

    private void WriteMatrix(long offset)
    {
        var rows = new List<List<string>>();
        for (var i = 0L; i < shape[^2]; i++) rows.Add(Row(offset + i * elements.Strides[^2], shape[^1], elements.Strides[^1]));
        WriteRows(rows, shape[^1]);
    }

    /// <summary>As many elements as the line's width leaves room for, dots included.</summary>
    private List<string> Row(long offset, long count, long stride)
    {
        var row = new List<string>();
        var room = width;
        for (var i = 0L; i < count; i++)
        {
            var element = elements.At(offset + i * stride);
            if (room < element.Length + Dots.Length + 1) break;
            row.Add(element);
            room -= element.Length + 1;
        }
        return row;
    }

    private void WriteRows(List<List<string>> rows, long columns)
    {
        if (rows.Count == 0) return;
        var shown = rows.Min(row => row.Count);
        var widths = Enumerable.Range(0, shown).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            for (var column = 0; column < shown; column++) text.Append(' ').Append(row[column].PadLeft(widths[column]));
            if (shown < columns) text.Append(' ').Append(Dots);
            text.Append(newLine);
        }
    }
}
