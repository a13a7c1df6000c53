using CourseLabs.Display;
using SkiaSharp;

namespace CourseLabs.Plots.Drawing;

/// <summary>How large a picture is and what is drawn on it.</summary>
internal sealed record Sheet(float Width, float Height, Action<SKCanvas> Draw)
{
    // Two pixels a unit of length are sharp on paper and on any screen.
    private const float Scale = 2;

    public byte[] ToPng()
    {
        var info = new SKImageInfo((int)MathF.Ceiling(Width * Scale), (int)MathF.Ceiling(Height * Scale));
        using var surface = SKSurface.Create(info)
            ?? throw new InvalidOperationException(
                $"A picture of {info.Width} x {info.Height} pixels is too large to draw: show a part of it.");
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Scale);
        Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    public string ToHtml(string title) =>
        $"<img width=\"{(int)Width}\" style=\"max-width: 100%; height: auto\" alt=\"{HtmlTable.Text(title)}\" " +
        $"src=\"data:image/png;base64,{Convert.ToBase64String(ToPng())}\" />";
}
