using System.Globalization;
using System.Text.RegularExpressions;
using CourseLabs.Charts.Tests.Graphs;
using FsCheck.Fluent;

namespace CourseLabs.Charts.Tests;

public partial class ImageGridTests
{
    [Fact]
    public void Any_image_reads_back_within_half_a_shade() =>
        Any.Holds(Gen.Choose(0, 255).ArrayOf(5 * 4), pixels =>
        {
            pixels[0] = 0;
            pixels[^1] = 255;
            var read = Read(new Svg(new ImageGrid("t", 5, 4, 1).Add("", pixels).ToSvg()).Groups("image").Single(), 5, 4);
            Assert.All(pixels.Zip(read), p => Assert.Equal(p.First, p.Second, 255.0 / 15 / 2));
        });

    [Fact]
    public void The_lowest_number_of_all_images_is_black_and_the_highest_white()
    {
        var images = new Svg(new ImageGrid("t", 2, 1, 2).Add("a", [-1.0, 1]).Add("b", [0.0, 1]).ToSvg()).Groups("image").ToList();
        Assert.Equal([0.0, 255], Read(images[0], 2, 1));
        Assert.Equal([136.0, 255], Read(images[1], 2, 1));
    }

    [Fact]
    public void A_pixel_that_is_not_finite_stands_out()
    {
        var paths = new Svg(new ImageGrid("t", 2, 2, 1).Add("a", [0, double.NaN, 1, double.NegativeInfinity]).ToSvg()).All("path").ToList();
        Assert.Equal(["#D55E00", "#fff"], paths.Select(p => (string?)p.Attribute("fill")));
        Assert.Equal("M1 0h1v1h-1zM1 1h1v1h-1z", (string?)paths[0].Attribute("d"));
    }

    [Fact]
    public void Captions_do_not_touch_and_lie_within_the_picture() =>
        Any.Holds(Any.Text.NonEmptyListOf(), captions =>
        {
            var svg = new Svg(captions.Take(9).Aggregate(new ImageGrid("t", 3, 5, 4), (g, c) => g.Add(c, new byte[15])).ToSvg());
            var texts = Drawing.Texts(svg).Where(t => t.Text.Length > 0).Select(t => t.Box).ToList();
            var (width, height) = svg.ViewBox;
            Assert.All(texts, box => Assert.True(box.Left >= 0 && box.Right <= width && box.Bottom <= height));
            for (var i = 0; i < texts.Count; i++)
                Assert.DoesNotContain(texts.Skip(i + 1), other => texts[i].Overlaps(other));
        }, 100);

    [Fact]
    public void Any_numbers_make_a_picture() =>
        Any.Holds(Any.Number.ArrayOf(6), pixels => Assert.Single(
            new Svg(new ImageGrid("t", 3, 2, 4).Add("a", pixels).ToSvg()).Groups("image").Single().Elements(), e => e.Name.LocalName == "rect"));

    [Fact]
    public void An_mnist_digit_takes_a_few_kilobytes()
    {
        var ring = Enumerable.Range(0, 784).Select(i => Math.Exp(-Math.Pow(Math.Sqrt(Math.Pow((i % 28) - 14, 2) + Math.Pow((i / 28) - 14, 2)) - 8, 2)));
        Assert.InRange(new ImageGrid("t", 28, 28, 1).Add("0 as 6", ring).ToSvg().Length, 1000, 8000);
    }

    [Fact]
    public void Csv_has_a_line_an_image() =>
        Assert.Equal("caption,0,1\n5 as 3,0.5,1\n\"a, b\",NaN,0\n", new ImageGrid("t", 2, 1, 9).Add("5 as 3", [0.5, 1]).Add("a, b", [double.NaN, 0]).ToCsv());

    [Fact]
    public void No_images_is_said_and_wrong_sizes_are_refused()
    {
        Assert.Contains("no images", new Svg(new ImageGrid("t", 28, 28, 8).ToSvg()).Texts);
        var error = Assert.Throws<ArgumentException>(() => new ImageGrid("t", 28, 28, 8).Add("5 as 3", new byte[783]));
        Assert.Contains("\"5 as 3\" has 783 pixels; 28 x 28 needs 784", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageGrid("t", 0, 28, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageGrid("t", 28, 28, 0));
    }

    private static double[] Read(System.Xml.Linq.XElement image, int width, int height)
    {
        var pixels = new double[width * height];
        foreach (var path in image.Elements().Where(e => e.Name.LocalName == "path"))
            foreach (var run in Run().Matches((string)path.Attribute("d")!).Select(m => m.Groups))
                for (var i = 0; i < int.Parse(run[3].Value, CultureInfo.InvariantCulture); i++)
                    pixels[(int.Parse(run[2].Value, CultureInfo.InvariantCulture) * width) + int.Parse(run[1].Value, CultureInfo.InvariantCulture) + i] =
                        17 * Convert.ToInt32(((string)path.Attribute("fill")!)[1..2], 16);
        return pixels;
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Run();
}
