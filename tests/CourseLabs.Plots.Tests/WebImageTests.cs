using SkiaSharp;

namespace CourseLabs.Plots.Tests;

public class WebImageTests
{
    [Fact]
    public void It_has_the_pixels_of_the_picture_and_is_smaller_than_its_png()
    {
        var png = new Plot("A title", "epoch", "loss", logY: true).Line("training", [.. Enumerable.Range(1, 500).Select(i => 100f / i * (1 + (0.1f * MathF.Sin(i))))]).ToPng();

        var (webp, width, height) = WebImage.FromPng(png);

        using SKBitmap before = SKBitmap.Decode(png), after = SKBitmap.Decode(webp);
        Assert.Equal((before.Width, before.Height), (after.Width, after.Height));
        Assert.Equal((before.Width / 2, before.Height / 2), (width, height));
        var apart = before.Pixels.Zip(after.Pixels, (a, b) => Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue)).Average();
        Assert.InRange(apart, 0, 3); // of 765
        Assert.True(webp.Length < png.Length, $"{webp.Length} and {png.Length} bytes");
    }

    [Fact]
    public void What_is_no_picture_is_told() => Assert.Throws<InvalidDataException>(() => WebImage.FromPng([1, 2, 3]));
}
