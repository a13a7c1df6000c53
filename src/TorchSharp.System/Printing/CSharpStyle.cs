using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>An array as C# writes it: <c>float [,] {</c>, a line a row; long ones shortened.</summary>
internal sealed class CSharpStyle(Elements elements, string newLine)
{
    private readonly StringBuilder text = new();
    private readonly int dimensions = elements.Shape.Length;
    private readonly string suffix = elements.DType switch { ScalarType.Float32 => "f", ScalarType.Int64 => "L", _ => "" };

    public string Text(string metadata)
    {
        text.Append(metadata).Append(", value = ");
        if (dimensions == 0) return text.Append(elements.At(0)).ToString();
        // C# has no such type.
        if (elements.DType is ScalarType.Float16 or ScalarType.BFloat16) return metadata;
        var line = dimensions > 1 ? newLine : "";
        text.Append(line).Append(TypeName(elements.DType)).Append(" [").Append(',', dimensions - 1).Append("] {").Append(line).Append(line.Length > 0 ? " " : "");
        WriteItems(0, 0);
        return text.Append(line).Append('}').ToString();
    }

    private void WriteItems(int dimension, long offset)
    {
        var rows = dimensions - dimension > 1;
        var indent = rows ? newLine + new string(' ', dimension + 1) : " ";
        var separator = "";
        foreach (var i in Shortened.Indices(elements.Shape[dimension], rows ? MaxRows : MaxColumns))
        {
            text.Append(separator);
            if (i < 0) text.Append("...");
            else WriteItem(dimension + 1, offset + i * elements.Strides[dimension]);
            separator = i < 0 ? indent : "," + indent;
        }
    }

    private void WriteItem(int dimension, long offset)
    {
        if (dimension == dimensions)
        {
            text.Append(elements.At(offset)).Append(suffix);
            return;
        }
        text.Append('{');
        WriteItems(dimension, offset);
        text.Append('}');
    }

    private static string TypeName(ScalarType type) => type switch
    {
        ScalarType.Bool => "bool",
        ScalarType.Byte => "byte",
        ScalarType.Int8 => "sbyte",
        ScalarType.Int16 => "short",
        ScalarType.Int32 => "int",
        ScalarType.Int64 => "long",
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.ComplexFloat32 => "complex32",
        _ => "complex64",
    };
}
