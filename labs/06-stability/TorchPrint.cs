using System.Globalization;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// A matrix of real numbers as Python's print(M) shows it, which the slide's output is (COURSE D4); TorchSharp has other styles. Four
// decimals; powers of ten where the entries are further apart than 1000 to 1, above 1e8 or below 1e-4. Up to 5 columns and 1000 entries.
public static class TorchPrint
{
    public static IReadOnlyList<string> Lines(Tensor matrix)
    {
        float[][] rows = [.. matrix.Floats().Chunk((int)matrix.shape[1])];
        var format = Format([.. rows.SelectMany(row => row)]);
        string[][] texts = [.. rows.Select(row => row.Select(value => Text(value, format)).ToArray())];
        // As in PyTorch, zeros and what is not finite do not set the width, unless nothing else is there.
        var width = rows.SelectMany((row, r) => row.Select((value, c) => IsOrdinary(value) ? texts[r][c].Length : 1)).Max();
        string[] lines = [.. texts.Select(row => $"[{string.Join(", ", row.Select(text => text.PadLeft(width)))}]")];
        return [.. lines.Select((line, r) => $"{(r == 0 ? "tensor([" : "        ")}{line}{(r == lines.Length - 1 ? "])" : ",")}")];
    }

    private static bool IsOrdinary(float value) => float.IsFinite(value) && value != 0;

    // torch/_tensor_str.py, _Formatter
    private static string Format(float[] values)
    {
        double[] sizes = [.. values.Where(IsOrdinary).Select(value => Math.Abs((double)value))];
        if (sizes.Length == 0)
            return "0'.'";
        var whole = sizes.All(size => size == Math.Ceiling(size));
        if (sizes.Max() / sizes.Min() > 1000 || sizes.Max() > 1e8 || (!whole && sizes.Min() < 1e-4))
            return "0.0000e+00";
        return whole ? "0'.'" : "0.0000";
    }

    private static string Text(float value, string format) => value switch
    {
        float.NaN => "nan",
        float.PositiveInfinity => "inf",
        float.NegativeInfinity => "-inf",
        _ => ((double)value).ToString(format, CultureInfo.InvariantCulture),
    };
}
