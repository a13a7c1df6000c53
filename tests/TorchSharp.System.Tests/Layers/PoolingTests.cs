using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Layers;

public class PoolingTests
{
    private static readonly long[] Image = [1, 2, 6, 5], Signal = [2, 2, 8], Volume = [1, 1, 4, 4, 5];

    [Fact]
    public void Largest_elements_equal_PyTorchs()
    {
        Peers.Layer("MaxPool1d", () => MaxPool1d(3, stride: 2, padding: 1, dilation: 1, ceil_mode: true), Signal);
        Peers.Layer("MaxPool2d", () => MaxPool2d(2), Image);
        Peers.Layer("MaxPool2d", () => MaxPool2d([2, 2]), Image);
        Peers.Layer("MaxPool2d tuple", () => MaxPool2d((3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2)), Image);
        Peers.Layer("MaxPool2d with indices", () => MaxPool2d(2), (m, x) => [m.forward_with_indices(x[0]).Values], Image);
        Peers.Layer("MaxPool3d", () => MaxPool3d(2), Volume);
    }

    [Fact]
    public void Means_equal_PyTorchs()
    {
        Peers.Layer("AvgPool1d", () => AvgPool1d(3, stride: 2, padding: 1, count_include_pad: false), Signal);
        Peers.Layer("AvgPool2d", () => AvgPool2d(2), Image);
        Peers.Layer("AvgPool2d tuple", () => AvgPool2d((3, 2), stride: (2, 1), padding: (1, 1), ceil_mode: true, divisor_override: 4), Image);
        Peers.Layer("AvgPool3d", () => AvgPool3d((2, 2, 2)), Volume);
        Peers.Layer("LPPool1d", () => LPPool1d(3, 2), (m, x) => [m.call(x[0].abs())], Signal);
        Peers.Layer("LPPool2d", () => LPPool2d(2, [2, 3], stride: [1, 2]), Image);
    }

    [Fact]
    public void Adaptive_windows_equal_PyTorchs()
    {
        Peers.Layer("AdaptiveAvgPool1d", () => AdaptiveAvgPool1d(3), Signal);
        Peers.Layer("AdaptiveAvgPool2d", () => AdaptiveAvgPool2d((3, 2)), Image);
        Peers.Layer("AdaptiveAvgPool3d", () => AdaptiveAvgPool3d(2), Volume);
        Peers.Layer("AdaptiveMaxPool1d", () => AdaptiveMaxPool1d(3), Signal);
        Peers.Layer("AdaptiveMaxPool2d", () => AdaptiveMaxPool2d([3, 2]), Image);
        Peers.Layer("AdaptiveMaxPool3d", () => AdaptiveMaxPool3d([2, 2, 2]), Volume);
    }

    [Fact]
    public void Windows_drawn_at_random_equal_PyTorchs()
    {
        Peers.Layer("FractionalMaxPool2d", () => FractionalMaxPool2d((2, 2), output_size: (3, 2)), Image);
        Peers.Layer("FractionalMaxPool3d", () => FractionalMaxPool3d(2, output_ratio: 0.5), Volume);
    }

    [Fact]
    public void Unpooling_equals_PyTorchs()
    {
        Peers.Layer("MaxUnpool1d", () => MaxUnpool1d(2), (m, x) =>
        {
            var (values, indices) = functional.max_pool1d_with_indices(x[0], 2);
            return [m.call(values, indices)];
        }, Signal);
        Peers.Layer("MaxUnpool2d", () => MaxUnpool2d(2), (m, x) =>
        {
            var (values, indices) = functional.max_pool2d_with_indices(x[0], [2, 2]);
            return [m.call(values, indices, [6, 5])];
        }, Image);
        Peers.Layer("MaxUnpool3d", () => MaxUnpool3d(2), (m, x) =>
        {
            var (values, indices) = functional.max_pool3d_with_indices(x[0], [2, 2, 2]);
            return [m.call(values, indices, [4, 4, 5])];
        }, Volume);
    }

    [Fact]
    public void Windows_that_cannot_be_are_refused()
    {
        using var scope = NewDisposeScope();
        var image = zeros(1, 1, 4, 4);
        Assert.Contains("pad should be", Assert.Throws<ExternalException>(() => MaxPool2d(2, padding: 2).call(image)).Message);
        Assert.Throws<ExternalException>(() => MaxPool2d(0).call(image));
        Assert.Throws<ExternalException>(() => MaxPool2d(2, stride: 0).call(image));
        Assert.Throws<ExternalException>(() => AvgPool2d(0).call(image));
        Assert.Throws<ExternalException>(() => AvgPool2d(2, divisor_override: 0).call(image));
        Assert.Throws<ExternalException>(() => AvgPool2d(5).call(image));
        Assert.Throws<ExternalException>(() => MaxPool2d(2).call(zeros(4)));
        Assert.Throws<ExternalException>(() => AdaptiveAvgPool2d(-1).call(image));
        Assert.Throws<ExternalException>(() => functional.max_unpool2d(image, zeros([1, 1, 4, 4], dtype: ScalarType.Int64), [2, 2], output_size: [99, 8]));
        Assert.Throws<ArgumentException>(() => FractionalMaxPool2d(2));
    }

    [Fact]
    public void Pooling_keeps_no_tensor_alive()
    {
        using var x = rand(1, 2, 4, 4);
        var before = Tensor.TotalCount;
        MaxPool2d(2).call(x).Dispose();
        LPPool2d(2, 2).call(x).Dispose();
        AdaptiveMaxPool2d([2, 2]).call(x).Dispose();
        FractionalMaxPool2d(2, output_size: 2).call(x).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }
}
