using SkiaSharp;

namespace CourseLabs.Plots.Drawing;

/// <summary>Draws gray-scale images in rows and columns; each pixel is a sharp square.</summary>
internal static class ImagePainter
{
    private const float Side = 84, Gap = 14, LeastWidth = 420, CaptionSize = 14;

    public static Sheet Of(ImageGrid grid)
    {
        var letters = new Lettering(Fonts.For([grid.Title, .. grid.Images.Select(image => image.Caption)]));
        var scale = Math.Min(Side / grid.Width, Side / grid.Height);
        var (imageWidth, imageHeight) = (grid.Width * scale, grid.Height * scale);
        var captions = grid.Images.Select(image => letters.Wrap(image.Caption, 200, CaptionSize)).ToList();
        var cell = Gap + captions.Select(caption => letters.Width(caption, CaptionSize)).Append(imageWidth).Max();
        var line = Gap + imageHeight + captions.Select(caption => Lettering.Height(caption, CaptionSize)).DefaultIfEmpty().Max();

        var columns = Math.Min(grid.Columns, Math.Max(1, grid.Count));
        var rows = (grid.Count + columns - 1) / columns;
        var width = Math.Max(LeastWidth, (columns * cell) + (2 * Style.Padding));
        var heading = new Lettering(Fonts.For([grid.Title]), bold: true);
        var title = heading.Wrap(grid.Title, width - (2 * Style.Padding), Style.TitleSize);
        var top = Style.Padding + Lettering.Height(title, Style.TitleSize) + 4;
        var finite = grid.Images.SelectMany(image => image.Pixels).Where(double.IsFinite).DefaultIfEmpty().ToList();
        var (low, high) = (finite.Min(), finite.Max());
        return new Sheet(width, top + (Math.Max(1, rows) * line) + Style.Padding, canvas =>
        {
            heading.Draw(canvas, title, width / 2, Style.Padding + Style.TitleSize, Style.TitleSize, Style.Ink);
            if (grid.Count == 0)
                letters.Draw(canvas, "no images", width / 2, top + (line / 2), Style.LabelSize, Style.Frame);
            for (var i = 0; i < grid.Count; i++)
            {
                var middle = ((width - (columns * cell)) / 2) + ((i % columns + 0.5f) * cell);
                var y = top + (i / columns * line);
                using var bitmap = Bitmap(grid, grid.Images[i].Pixels, low, high);
                using var image = SKImage.FromBitmap(bitmap);
                var place = SKRect.Create(middle - (imageWidth / 2), y, imageWidth, imageHeight);
                canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Nearest));
                letters.Draw(canvas, captions[i], middle, y + imageHeight + (CaptionSize * 1.1f), CaptionSize, Style.Ink);
            }
        });
    }

    private static SKBitmap Bitmap(ImageGrid grid, double[] pixels, double low, double high)
    {
        var bitmap = new SKBitmap(grid.Width, grid.Height);
        for (var i = 0; i < pixels.Length; i++)
            bitmap.SetPixel(i % grid.Width, i / grid.Width, Shade(pixels[i], low, high));
        return bitmap;
    }

    // In halves, as the whole range may be more than the largest double.
    private static SKColor Shade(double pixel, double low, double high)
    {
        if (!double.IsFinite(pixel))
            return Style.Of(1).ToSKColor();
        var gray = low == high ? (byte)0 : (byte)Math.Round(255 * ((pixel / 2) - (low / 2)) / ((high / 2) - (low / 2)));
        return new SKColor(gray, gray, gray);
    }
}
