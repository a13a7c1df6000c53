using System.Numerics;
using CourseLabs.Display;
using CourseLabs.Plots.Drawing;

namespace CourseLabs.Plots;

/// <summary>
/// Gray-scale images of one size in rows and columns, each with a caption: digits that a network mistook, the weights of a layer.
/// It never changes; <see cref="Add"/> returns a new one.
/// <code>
/// var grid = wrong.Aggregate(new ImageGrid("Mistaken digits", 28, 28, columns: 8), (g, d) => g.Add($"{d.Label} as {d.Guess}", d.Pixels));
/// </code>
/// </summary>
/// <remarks>The lowest number of all images is black and the highest white, so that any scale will do: bytes, 0..1, normalized.</remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record ImageGrid : IPicture, IHtml
{
    /// <summary>A grid without images.</summary>
    /// <param name="title">Stands above the images; may be empty.</param>
    /// <param name="width">Columns of pixels of each image, 1 to 1000.</param>
    /// <param name="height">Rows of pixels of each image, 1 to 1000.</param>
    /// <param name="columns">How many images stand side by side.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public ImageGrid(string title, int width, int height, int columns)
    {
        ArgumentNullException.ThrowIfNull(title);
        foreach (var side in (ReadOnlySpan<int>)[width, height])
            if (side is < 1 or > 1000)
                throw new ArgumentOutOfRangeException(nameof(width), side, "An image has between 1 and 1000 pixels a side.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        (Title, Width, Height, Columns) = (title, width, height, columns);
    }

    /// <inheritdoc/>
    public string Title { get; }

    /// <summary>Columns of pixels of each image.</summary>
    public int Width { get; }

    /// <summary>Rows of pixels of each image.</summary>
    public int Height { get; }

    /// <summary>How many images stand side by side.</summary>
    public int Columns { get; }

    /// <summary>How many images there are.</summary>
    public int Count => Images.Count;

    internal IReadOnlyList<(string Caption, double[] Pixels)> Images { get; private init; } = [];

    /// <summary>Adds an image.</summary>
    /// <param name="caption">Stands under it; may be empty.</param>
    /// <param name="pixels">Row by row from the top left, width x height of them. One that is not finite is drawn in red.</param>
    /// <returns>The grid with the image.</returns>
    /// <exception cref="ArgumentException">There are not width x height pixels.</exception>
    public ImageGrid Add<T>(string caption, IEnumerable<T> pixels)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(caption);
        ArgumentNullException.ThrowIfNull(pixels);
        var copy = Series.ToDoubles(pixels);
        if (copy.Length != Width * Height)
            throw new ArgumentException(
                $"The image \"{caption}\" has {copy.Length} pixels; {Width} x {Height} needs {Width * Height}.", nameof(pixels));
        return this with { Images = [.. Images, (caption, copy)] };
    }

    /// <inheritdoc/>
    public byte[] ToPng() => Sheet().ToPng();

    /// <inheritdoc/>
    public string ToHtml() => Sheet().ToHtml(Title);

    /// <summary>A line an image: its caption and its pixels, row by row.</summary>
    public string ToCsv() =>
        Csv.Rows(
        [
            ["caption", .. Enumerable.Range(0, Width * Height).Select(i => Csv.Number(i))],
            .. Images.Select(image => image.Pixels.Select(p => Csv.Number(p)).Prepend(image.Caption)),
        ]);

    internal Sheet Sheet() => ImagePainter.Of(this);
}
