using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation of each sample by itself.</summary>
public abstract class InstanceNorm : NormBase
{
    public InstanceNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum ?? 0.1, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <summary>The dimensions of a sample without the batch.</summary>
    protected abstract long GetNumberOfBatchDimensions();

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var shape = input.shape;
        var features = shape.Length - (int)GetNumberOfBatchDimensions();
        if (shape[features] != num_features)
            throw new ArgumentException($"expected input's size at dim={features} to match num_features ({num_features}), but got: {shape[features]}.");
        if (features == 1) return Normalise(input);
        using var batch = Aten.Call("unsqueeze", input, 0);
        using var normalised = Normalise(batch);
        return Aten.Call("squeeze.dim", normalised, 0);
    }

    private Tensor Normalise(Tensor input) =>
        nn.functional.instance_norm(input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0.1, eps);
}
