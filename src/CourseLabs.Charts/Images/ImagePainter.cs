using System.Globalization;
using System.Text;
using CourseLabs.Charts.Svg;

namespace CourseLabs.Charts.Images;

/// <summary>
/// Draws images as one SVG document. Each shade is one path of the runs of pixels that have it, so that no viewer has to decode
/// or smooth anything.
/// </summary>
internal static class ImagePainter
{
    private const int Shades = 16;
    private const double Side = 84;
    private const double Gap = 14;
    private const double CaptionHeight = Theme.NoteSize * 1.5;

    public static string Render(ImageGrid grid)
    {
        var scale = Math.Min(Side / grid.Width, Side / grid.Height);
        var (imageWidth, imageHeight) = (grid.Width * scale, grid.Height * scale);
        var captioned = grid.Images.Any(image => image.Caption.Length > 0);
        var widest = grid.Images.Select(image => TextBox.Width(image.Caption, Theme.NoteSize)).DefaultIfEmpty().Max();
        var cell = Gap + Math.Clamp(widest, imageWidth, Math.Max(imageWidth, 200));
        var line = Gap + imageHeight + (captioned ? CaptionHeight : 0);

        var columns = Math.Min(grid.Columns, Math.Max(1, grid.Images.Count));
        var rows = (grid.Images.Count + columns - 1) / columns;
        var width = Math.Max(420, (columns * cell) + (2 * Theme.Padding));
        var title = Page.WrapTitle(grid.Title, width);
        var top = Page.TitleBottom(title);
        var left = (width - (columns * cell)) / 2;
        var svg = new SvgWriter();
        var size = (width, top + (Math.Max(1, rows) * line) + Theme.Padding);
        Page.OpenWhole(svg, size);
        Page.Begin(svg, size, grid.Title.Length > 0 ? grid.Title : "Images",
            $"{grid.Images.Count} images of {grid.Width} x {grid.Height} pixels. " +
            string.Join(' ', grid.Images.Select(image => $"\"{image.Caption}\".")));
        Page.Title(svg, title, width);
        if (grid.Images.Count == 0)
            svg.Text(width / 2, top + (line / 2), "no images", SvgWriter.Remark(Theme.LabelSize));

        var finite = grid.Images.SelectMany(image => image.Pixels).Where(double.IsFinite).DefaultIfEmpty().ToList();
        var (low, high) = (finite.Min(), finite.Max());
        for (var i = 0; i < grid.Images.Count; i++)
        {
            var (caption, pixels) = grid.Images[i];
            var (middle, y) = (left + ((i % columns + 0.5) * cell), top + (i / columns * line));
            var corner = $"{SvgWriter.Number(middle - (imageWidth / 2))} {SvgWriter.Number(y)}";
            svg.Open("g", " class=\"image\" shape-rendering=\"crispEdges\"" +
                $" transform=\"translate({corner}) scale({scale.ToString("0.######", CultureInfo.InvariantCulture)})\"");
            Draw(svg, [.. pixels.Select(p => Shade(p, low, high))], grid.Width, grid.Height);
            svg.Close("g");
            if (caption.Length > 0)
                svg.Text(middle, y + imageHeight + (Theme.NoteSize * 1.1),
                    TextBox.Fit(caption, cell - 4, Theme.NoteSize), SvgWriter.Words(Theme.NoteSize));
        }

        svg.Close("svg");
        return svg.ToString();
    }

    // -1 where the number is not finite. In halves, as the whole range may be more than the largest double.
    private static int Shade(double pixel, double low, double high) =>
        !double.IsFinite(pixel) ? -1
        : low == high ? 0
        : (int)Math.Round(((pixel / 2) - (low / 2)) / ((high / 2) - (low / 2)) * (Shades - 1));

    private static void Draw(SvgWriter svg, int[] shades, int width, int height)
    {
        svg.Rect(0, 0, width, height, $" fill=\"{Grey(0)}\"");
        foreach (var shade in shades.Distinct().Where(s => s != 0).Order())
        {
            var path = new StringBuilder();
            for (var row = 0; row < height; row++)
            {
                for (int from = 0, to; from < width; from = to)
                {
                    var here = shades[(row * width) + from];
                    for (to = from + 1; to < width && shades[(row * width) + to] == here;)
                        to++;
                    if (here == shade)
                        path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{to - from}v1h{from - to}z");
                }
            }

            svg.Element("path", $" d=\"{path}\" fill=\"{Grey(shade)}\"");
        }
    }

    private static string Grey(int shade) =>
        shade < 0 ? Theme.Colour(1) : string.Create(CultureInfo.InvariantCulture, $"#{shade:x}{shade:x}{shade:x}");
}
