using CourseLabs.Display;
using CourseLabs.Plots;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>
/// What a notebook shows of a tensor: its type and shape, its first numbers, and the images in it. It keeps nothing of the tensor, so
/// that the tensor may change or go.
/// <code>
/// using static CourseLabs.Labs.Display.TensorView;
/// display(Show(digits));
/// </code>
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class TensorView : IHtml
{
    // What is taken for an image: both sides of the last two dimensions lie within these. Of many images so many are shown.
    private const int SmallestSide = 8, LargestSide = 256, Images = 32;

    private readonly string html;

    private TensorView(Tensor tensor)
    {
        Shape = tensor.shape;
        DType = tensor.dtype.ToString().ToLowerInvariant();
        (long rows, long columns) = (Shape.Count < 2 ? 1 : Shape[^2], Shape.Count == 0 ? 1 : Shape[^1]);
        if (tensor.numel() == 0 || is_complex(tensor))
        {
            html = $"<p>{this}</p>";
            return;
        }

        bool isImage = Shape.Count > 1 && IsSide(rows) && IsSide(columns);
        long count = tensor.numel() / (rows * columns);
        int taken = (int)Math.Min(count, isImage ? Images : 1);
        using DisposeScope scope = NewDisposeScope();
        Tensor shown = tensor.detach().reshape(count, rows, columns).narrow(0, 0, taken).cpu().to(ScalarType.Float64).contiguous();
        double[] numbers = shown.data<double>().ToArray();
        string caption = count == 1 ? ToString() : $"{this}, the first {rows} x {columns} of {count}";
        html = HtmlTable.OfNumbers(caption, rows, columns, (r, c) => numbers[r * columns + c]);
        if (isImage)
            html += Picture(numbers, taken, (int)rows, (int)columns, count);
    }

    /// <summary>The tensor's sizes; none for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The type of its entries: <c>float32</c>.</summary>
    public string DType { get; }

    /// <summary>Shows a tensor as it is now.</summary>
    /// <param name="tensor">Of any shape, type and device.</param>
    /// <returns>
    /// What notebooks show as a table of the first numbers and, where the last two sizes are those of an image (8 to 256), as gray-scale
    /// images.
    /// </returns>
    public static TensorView Show(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new(tensor);
    }

    /// <inheritdoc/>
    public string ToHtml() => html;

    /// <summary>Type and shape: <c>float32 (2 x 3)</c>.</summary>
    public override string ToString() => $"{DType} ({string.Join(" x ", Shape)})";

    private static bool IsSide(long length) => length is >= SmallestSide and <= LargestSide;

    private static string Picture(double[] numbers, int taken, int height, int width, long count)
    {
        var grid = new ImageGrid(count > taken ? $"The first {taken} of {count}" : "", width, height, Math.Min(taken, 8));
        return numbers.Chunk(height * width).Aggregate(grid, (images, pixels) => images.Add("", pixels)).ToHtml();
    }
}
