using System.Xml.Linq;
using CourseLabs.Labs;
using CourseLabs.Tests;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Notebooks.Tests.Display;

public sealed class TensorViewTests
{
    [Fact]
    public void A_small_tensor_shows_every_number()
    {
        var (view, html) = Show(() => tensor(new[] { 0.5f, -1f, float.NaN, 100f }, [2, 2]));

        Assert.Equal("float32 (2 x 2)", html.Descendants("caption").Single().Value);
        Assert.Equal(["0.5", "-1", "NaN", "100"], Cells(html));
        Assert.Equal([2, 2], view.Shape);
        Assert.Equal("float32", view.DType);
        Assert.Empty(Pictures(html));
    }

    [Fact]
    public void A_scalar_a_vector_and_whole_numbers_show_too()
    {
        Assert.Equal(["7"], Cells(Show(() => tensor(7L)).Html));
        Assert.Equal(["1", "0"], Cells(Show(() => tensor(new[] { true, false })).Html));
        Assert.Equal("float32 (0 x 3)", Show(() => zeros(0, 3)).Html.Value);
    }

    [Fact]
    public void A_large_tensor_is_cut()
    {
        string[] cells = Cells(Show(() => arange(11 * 300).reshape(11, 300)).Html);

        Assert.Equal(11 * 11, cells.Length);
        Assert.Equal(["0", "1"], cells.Take(2));
        Assert.Equal("…", cells[10]);
        Assert.All(cells.TakeLast(11), c => Assert.Equal("…", c));
    }

    [Theory]
    [InlineData(new long[] { 28, 28 }, 1)]
    [InlineData(new long[] { 5, 1, 28, 28 }, 5)]
    [InlineData(new long[] { 40, 8, 8 }, 32)]
    [InlineData(new long[] { 40, 7, 8 }, 0)]
    [InlineData(new long[] { 100, 784 }, 0)]
    public void Image_shaped_tensors_show_as_images(long[] shape, int images)
    {
        XElement html = Show(() => rand(shape)).Html;

        Assert.Equal(images == 0 ? 0 : 1, Pictures(html).Length);
        Assert.Equal(images, html.Descendants().Count(e => (string?)e.Attribute("class") == "image"));
    }

    [Fact]
    public void A_view_leaves_no_tensor_behind_and_keeps_what_was_there()
    {
        long before = LiveTensors.Count();
        using (Tensor weights = zeros(2, 2, requires_grad: true))
        {
            TensorView view = TensorView.Show(weights);
            using (no_grad())
                weights.fill_(9);

            Assert.DoesNotContain("9", view.ToHtml(), StringComparison.Ordinal);
        }

        Assert.Equal(before, LiveTensors.Count());
    }

    private static (TensorView View, XElement Html) Show(Func<Tensor> make)
    {
        using DisposeScope scope = NewDisposeScope();
        TensorView view = TensorView.Show(make());
        return (view, XElement.Parse($"<div>{view.ToHtml()}</div>"));
    }

    private static string[] Cells(XElement html) => [.. html.Descendants("td").Select(c => c.Value)];

    private static XElement[] Pictures(XElement html) => [.. html.Elements().Where(e => e.Name.LocalName == "svg")];
}
