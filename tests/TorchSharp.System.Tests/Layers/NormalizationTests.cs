using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Layers;

/// <summary>Results, gradients and running figures, in training and in evaluation.</summary>
public class NormalizationTests
{
    [Fact]
    public void Batch_normalisation_equals_PyTorchs()
    {
        Peers.Layer("BatchNorm1d", () => BatchNorm1d(3), Times<Modules.BatchNorm1d>(3), [5, 3]);
        Peers.Layer("BatchNorm1d signals", () => BatchNorm1d(2, eps: 0.01, momentum: 0.5), Times<Modules.BatchNorm1d>(2), [3, 2, 4]);
        Peers.Layer("BatchNorm2d", () => BatchNorm2d(2), Times<Modules.BatchNorm2d>(2), [2, 2, 3, 3]);
        Peers.Layer("BatchNorm2d plain", () => BatchNorm2d(2, affine: false, track_running_stats: false), [2, 2, 3, 3]);
        Peers.Layer("BatchNorm3d", () => BatchNorm3d(2), [2, 2, 2, 2, 2]);
    }

    [Fact]
    public void Batch_normalisation_evaluates_with_the_running_figures() =>
        Peers.Layer("BatchNorm1d evaluated", () => BatchNorm1d(3), ThenEvaluated, [5, 3]);

    [Fact]
    public void Without_momentum_the_running_figures_are_the_mean_of_all_batches() =>
        Peers.Layer("BatchNorm1d cumulative", () =>
        {
            var layer = BatchNorm1d(3);
            layer.momentum = null;
            return layer;
        }, Times<Modules.BatchNorm1d>(3), [5, 3]);

    [Fact]
    public void Instance_normalisation_equals_PyTorchs()
    {
        Peers.Layer("InstanceNorm1d", () => InstanceNorm1d(3), [2, 3, 4]);
        Peers.Layer("InstanceNorm1d unbatched", () => InstanceNorm1d(3), [3, 4]);
        Peers.Layer("InstanceNorm2d", () => InstanceNorm2d(2, affine: true, track_running_stats: true), Times<Modules.InstanceNorm2d>(2), [2, 2, 3, 3]);
        Peers.Layer("InstanceNorm2d evaluated", () => InstanceNorm2d(2, affine: true, track_running_stats: true), ThenEvaluated, [2, 2, 3, 3]);
        Peers.Layer("InstanceNorm3d", () => InstanceNorm3d(2), [1, 2, 2, 2, 2]);
    }

    [Fact]
    public void Layer_and_group_normalisation_equal_PyTorchs()
    {
        Peers.Layer("LayerNorm", () => LayerNorm(4), [3, 4]);
        Peers.Layer("LayerNorm of two", () => LayerNorm([3, 4], eps: 0.01), [2, 3, 4]);
        Peers.Layer("LayerNorm plain", () => LayerNorm(4, elementwise_affine: false), [3, 4]);
        Peers.Layer("GroupNorm", () => GroupNorm(2, 4), [2, 4, 3]);
        Peers.Layer("LocalResponseNorm", () => LocalResponseNorm(3, alpha: 0.1, beta: 0.5, k: 2.0), [2, 4, 3]);
        Peers.Layer("LocalResponseNorm images", () => LocalResponseNorm(2), [2, 4, 3, 2]);
    }

    [Fact]
    public void The_state_has_PyTorchs_names_and_the_count_of_batches_stays_whole()
    {
        using var layer = BatchNorm2d(3, dtype: ScalarType.Float64);
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], layer.state_dict().Keys);
        using var x = randn([2, 3, 4, 4], dtype: ScalarType.Float64);
        layer.call(x).Dispose();
        Assert.Equal(ScalarType.Int64, layer.num_batches_tracked!.dtype);
        Assert.Equal(1, layer.num_batches_tracked.item<long>());
        layer.reset_running_stats();
        Assert.Equal(0, layer.num_batches_tracked.item<long>());
        Assert.Equal(new double[3], layer.running_mean!.data<double>().ToArray());
    }

    [Fact]
    public void Wrong_inputs_are_refused_in_words()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("expected 4D input, but got 2D input.", Assert.Throws<ArgumentException>(() => BatchNorm2d(3).call(zeros(2, 3))).Message);
        Assert.Contains("Expected more than 1 value per channel when training, got input size [1, 3]", Assert.Throws<ExternalException>(() => BatchNorm1d(3).call(zeros(1, 3))).Message);
        Assert.Contains("running_mean should contain 2 elements not 3", Assert.Throws<ExternalException>(() => BatchNorm1d(3).call(zeros(4, 2))).Message);
        Assert.Contains("Given normalized_shape=[4]", Assert.Throws<ExternalException>(() => LayerNorm(4).call(zeros(2, 3))).Message);
        Assert.Throws<ArgumentException>(() => GroupNorm(3, 4));
        Assert.Throws<ArgumentException>(() => GroupNorm(0, 4));
        Assert.Throws<ArgumentException>(() => InstanceNorm1d(3).call(zeros(2, 4, 5)));
        Assert.Throws<ArgumentException>(() => functional.group_norm(zeros(2, 4, 5), 0));
    }

    [Fact]
    public void Normalisation_keeps_no_tensor_alive()
    {
        using var x = randn(3, 2, 4);
        var before = Tensor.TotalCount;
        using (var layer = BatchNorm1d(2)) layer.call(x).Dispose();
        using (var layer = LocalResponseNorm(2)) layer.call(x).Dispose();
        using (var layer = GroupNorm(1, 2)) layer.call(x).Dispose();
        functional.normalize(x).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static Func<T, Tensor[], Tensor[]> Times<T>(int count) where T : Module<Tensor, Tensor> => (layer, x) =>
    {
        for (var i = 1; i < count; i++) layer.call(x[0]).Dispose();
        return [layer.call(x[0])];
    };

    private static Tensor[] ThenEvaluated(Module<Tensor, Tensor> layer, Tensor[] x)
    {
        layer.call(x[0]).Dispose();
        layer.eval();
        return [layer.call(x[0])];
    }
}
