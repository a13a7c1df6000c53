using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Layers;

public class ConvolutionTests
{
    [Fact]
    public void Convolutions_equal_PyTorchs()
    {
        Peers.Layer("Conv1d", () => Conv1d(2, 3, 3), [2, 2, 7]);
        Peers.Layer("Conv1d same", () => Conv1d(2, 4, 4, Padding.Same, dilation: 2, groups: 2, bias: false), [2, 2, 7]);
        Peers.Layer("Conv1d reflected", () => Conv1d(2, 3, 3, padding: 2, padding_mode: PaddingModes.Reflect), [2, 7]);
        Peers.Layer("Conv2d", () => Conv2d(3, 2, 3, stride: 2, padding: 1), [2, 3, 6, 5]);
        Peers.Layer("Conv2d tuple", () => Conv2d(2, 2, (3, 2), stride: (1, 2), padding: (2, 1), dilation: (2, 1)), [2, 2, 6, 5]);
        Peers.Layer("Conv2d replicated", () => Conv2d(2, 2, (3, 3), padding: (2, 1), padding_mode: PaddingModes.Replicate), [1, 2, 4, 4]);
        Peers.Layer("Conv3d", () => Conv3d(2, 2, 2), [1, 2, 3, 4, 3]);
    }

    [Fact]
    public void Padding_same_pads_each_dimension_for_its_own_kernel() =>
        Peers.Layer("Conv2d same circular", () => Conv2d(2, 2, (3, 2), Padding.Same, padding_mode: PaddingModes.Circular), [1, 2, 4, 4]);

    [Fact]
    public void Transposed_convolutions_equal_PyTorchs()
    {
        Peers.Layer("ConvTranspose1d", () => ConvTranspose1d(2, 4, 3, stride: 2, padding: 1, output_padding: 1, groups: 2), [2, 2, 5]);
        Peers.Layer("ConvTranspose2d", () => ConvTranspose2d(2, 3, 3, stride: 2), [1, 2, 3, 4]);
        Peers.Layer("ConvTranspose2d sized", () => ConvTranspose2d(2, 3, 3, stride: 2), (m, x) => [m.forward(x[0], [8, 9])], [1, 2, 3, 4]);
        Peers.Layer("ConvTranspose3d", () => ConvTranspose3d(2, 2, 2, stride: 2), [1, 2, 2, 3, 2]);
    }

    [Fact]
    public void Output_padding_differs_between_dimensions() =>
        Peers.Layer("ConvTranspose2d tuple", () => ConvTranspose2d(2, 3, (3, 2), stride: (2, 3), output_padding: (0, 1)), [1, 2, 3, 4]);

    [Fact]
    public void A_kernel_is_one_number_or_a_tuple()
    {
        manual_seed(1);
        using var one = Conv2d(2, 3, 3, stride: 2, padding: 1);
        manual_seed(1);
        using var two = Conv2d(2, 3, (3, 3), stride: (2, 2), padding: (1, 1));
        Assert.Equal(one.weight.data<float>().ToArray(), two.weight.data<float>().ToArray());
        Assert.Equal(new long[] { 3, 2, 3, 3 }, one.weight.shape);
        Assert.Equal((one.stride, one.padding, one.dilation), (two.stride, two.padding, two.dilation), new Arrays());
        Assert.Equal(["weight", "bias"], one.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void Wrong_options_and_inputs_are_refused_in_words()
    {
        using var scope = NewDisposeScope();
        using var layer = Conv2d(3, 4, 3);
        Assert.Contains("Expected 3D (unbatched) or 4D (batched) input with 3 channels to Conv2d", Assert.Throws<ArgumentException>(() => layer.call(zeros(1, 2, 5, 5))).Message);
        Assert.Contains("Kernel size can't be greater than actual input size", Assert.Throws<ExternalException>(() => layer.call(zeros(1, 3, 2, 2))).Message);
        Assert.Throws<ExternalException>(() => layer.call(zeros([1, 3, 5, 5], dtype: ScalarType.Float64)));
        Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 3, groups: 2));
        Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 3, groups: 0));
        Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 3, Padding.Same, stride: 2));
        Assert.Throws<ArgumentException>(() => ConvTranspose2d(3, 4, 3, padding_mode: PaddingModes.Reflect));
        Assert.Throws<ArgumentException>(() => functional.conv2d(zeros(1, 3, 5, 5), zeros(4, 3, 3, 3), groups: 0));
        Assert.Throws<ExternalException>(() => functional.conv2d(zeros(1, 3, 5, 5), zeros(4, 3, 3, 3), strides: [0, 1]));
        Assert.Throws<ArgumentException>(() => ConvTranspose2d(3, 4, 3, stride: 2).forward(zeros(1, 3, 4, 4), [20, 20]));
    }

    [Fact]
    public void Convolutions_keep_no_tensor_alive()
    {
        using var x = randn(1, 2, 5, 5);
        var before = Tensor.TotalCount;
        using (var layer = Conv2d(2, 2, 3, padding: 1, padding_mode: PaddingModes.Circular)) layer.call(x).Dispose();
        using (var layer = ConvTranspose2d(2, 2, 3)) layer.call(x).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    private sealed class Arrays : IEqualityComparer<(long[], long[]?, long[])>
    {
        public bool Equals((long[], long[]?, long[]) x, (long[], long[]?, long[]) y) =>
            x.Item1.SequenceEqual(y.Item1) && x.Item2!.SequenceEqual(y.Item2!) && x.Item3.SequenceEqual(y.Item3);

        public int GetHashCode((long[], long[]?, long[]) x) => x.Item1.Length;
    }
}
