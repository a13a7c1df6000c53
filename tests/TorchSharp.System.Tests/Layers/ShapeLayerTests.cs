using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Layers;

/// <summary>Layers that pad, resize or rearrange, and distances.</summary>
public class ShapeLayerTests
{
    private static readonly long[] Image = [1, 2, 6, 5], Signal = [2, 2, 8], Cube = [1, 1, 2, 2, 2];

    [Fact]
    public void Padding_equals_PyTorchs()
    {
        Peers.Layer("ConstantPad1d", () => ConstantPad1d((1, 2), 0.5), Signal);
        Peers.Layer("ConstantPad2d", () => ConstantPad2d((1, 2, 0, 1), -1.0), Image);
        Peers.Layer("ConstantPad3d", () => ConstantPad3d(1, 2.0), Cube);
        Peers.Layer("ReflectionPad1d", () => ReflectionPad1d((1, 2)), Signal);
        Peers.Layer("ReflectionPad2d", () => ReflectionPad2d((1, 2, 0, 1)), Image);
        Peers.Layer("ReflectionPad3d", () => ReflectionPad3d(1), Cube);
        Peers.Layer("ReplicationPad1d", () => ReplicationPad1d(2), Signal);
        Peers.Layer("ReplicationPad2d", () => ReplicationPad2d((1, 2, 0, 1)), Image);
        Peers.Layer("ReplicationPad3d", () => ReplicationPad3d((0, 1, 1, 0, 1, 2)), Cube);
        Peers.Layer("ZeroPad2d", () => ZeroPad2d((1, 2, 0, 1)), Image);
        Peers.Function("pad all", x => functional.pad(x[0], 1), [2, 3]);
    }

    [Fact]
    public void Rearrangements_equal_PyTorchs()
    {
        Peers.Layer("PixelShuffle", () => PixelShuffle(2), [1, 4, 2, 3]);
        Peers.Layer("PixelUnshuffle", () => PixelUnshuffle(2), [1, 1, 4, 6]);
        Peers.Layer("ChannelShuffle", () => ChannelShuffle(2), [1, 4, 2, 2]);
        Peers.Layer("Unfold", () => Unfold((2, 3), padding: (1, 1), stride: (1, 2)), [1, 2, 4, 5]);
        Peers.Layer("Fold", () => Fold((4, 5), (2, 2)), [1, 8, 12]);
    }

    [Fact]
    public void Upsampling_equals_PyTorchs()
    {
        Peers.Layer("Upsample nearest", () => Upsample(scale_factor: [2]), [1, 2, 2, 3]);
        Peers.Layer("Upsample nearest", () => Identity(), (_, x) => [functional.upsample(x[0], scale_factor: [2])], [1, 2, 2, 3]);
        Peers.Layer("Upsample linear", () => Upsample(size: [7], mode: UpsampleMode.Linear), [1, 2, 3]);
        Peers.Layer("Upsample bilinear", () => Upsample(scale_factor: [1.5, 2], mode: UpsampleMode.Bilinear, align_corners: true), [1, 2, 2, 3]);
        Peers.Layer("Upsample bicubic", () => Upsample(size: [5, 4], mode: UpsampleMode.Bicubic), [1, 1, 3, 3]);
        Peers.Layer("Upsample trilinear", () => Upsample(scale_factor: [2, 2, 2], mode: UpsampleMode.Trilinear), Cube);
        Peers.Function("interpolate area", x => functional.interpolate(x[0], scale_factor: [0.5], mode: InterpolationMode.Area), [1, 2, 4, 6]);
        Peers.Function("interpolate exact", x => functional.interpolate(x[0], size: [5], mode: InterpolationMode.NearestExact), [1, 2, 3]);
        Peers.Function("interpolate antialiased", x => functional.interpolate(x[0], size: [2, 3], mode: InterpolationMode.Bilinear, antialias: true), [1, 2, 4, 6]);
        Peers.Function("interpolate recomputed", x => functional.interpolate(x[0], scale_factor: [1.7], mode: InterpolationMode.Bilinear, recompute_scale_factor: true), [1, 1, 3, 4]);
        Peers.Function("grid_sample", x => functional.grid_sample(x[0], x[1], padding_mode: GridSamplePaddingMode.Border, align_corners: false), [1, 2, 3, 4], [1, 2, 2, 2]);
        Peers.Function("affine_grid", x => functional.affine_grid(x[0], [2, 1, 2, 3], align_corners: true), [2, 2, 3]);
    }

    [Fact]
    public void Distances_equal_PyTorchs()
    {
        Peers.Layer("CosineSimilarity", () => CosineSimilarity(), (m, x) => [m.call(x[0], x[1])], [4, 3], [4, 3]);
        Peers.Layer("PairwiseDistance", () => PairwiseDistance(p: 3, keepdim: true), (m, x) => [m.call(x[0], x[1])], [4, 3], [4, 3]);
        Peers.Function("normalize", x => functional.normalize(x[0]), [3, 4]);
        Peers.Function("normalize 1", x => functional.normalize(x[0], p: 1, dim: 0), [3, 4]);
    }

    [Fact]
    public void One_hot_rows_have_their_one_at_the_class()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(new long[] { 1, 0, 0, 0, 0, 1 }, functional.one_hot(tensor(new long[] { 0, 2 })).data<long>().ToArray());
        Assert.Equal(new long[] { 2, 5 }, functional.one_hot(tensor(new long[] { 0, 2 }), 5).shape);
        Assert.Contains("Class values must be non-negative", Assert.Throws<ExternalException>(() => functional.one_hot(tensor(new long[] { -1 }), 3)).Message);
        Assert.Throws<ArgumentException>(() => functional.one_hot(tensor(new[] { 1 })));
    }

    [Fact]
    public void What_cannot_be_rearranged_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("Padding size should be less than", Assert.Throws<ExternalException>(() => ReflectionPad1d(9).call(zeros(1, 2, 3))).Message);
        Assert.Throws<ExternalException>(() => PixelShuffle(0).call(zeros(1, 4, 2, 2)));
        Assert.Throws<ExternalException>(() => PixelUnshuffle(0).call(zeros(1, 4, 2, 2)));
        Assert.Throws<ExternalException>(() => PixelShuffle(3).call(zeros(1, 4, 2, 2)));
        Assert.Throws<ArgumentException>(() => ChannelShuffle(0).call(zeros(1, 4, 2, 2)));
        Assert.Throws<ExternalException>(() => Unfold(2, stride: 0).call(zeros(1, 1, 4, 4)));
        Assert.Throws<ExternalException>(() => Fold(4, 2, stride: 0).call(zeros(1, 4, 9)));
        Assert.Throws<ArgumentException>(() => functional.interpolate(zeros(1, 1, 4, 4)));
        Assert.Throws<ArgumentException>(() => functional.interpolate(zeros(1, 1, 4), size: [3], mode: InterpolationMode.Bilinear));
    }
}
