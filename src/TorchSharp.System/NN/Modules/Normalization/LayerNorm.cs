using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each sample over its last dimensions.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? weightField;

    [ComponentName(Name = nameof(bias))]
    private Parameter? biasField;

    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype) : base(nameof(LayerNorm))
    {
        (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
        if (!elementwise_affine) return;
        weight = Parameter.New(normalized_shape, device, dtype, weight => nn.init.ones_(weight));
        if (bias) this.bias = Parameter.New(normalized_shape, device, dtype, bias => nn.init.zeros_(bias));
    }

    public long[] normalized_shape { get; set; }
    public double eps { get; set; }
    public bool elementwise_affine { get; set; }

    public Parameter weight
    {
        get => weightField!;
        set => Replace(ref weightField, value, nameof(weight));
    }

    public Parameter? bias
    {
        get => biasField;
        set => Replace(ref biasField, value, nameof(bias));
    }

    public void reset_parameters()
    {
        if (weightField is not null) nn.init.ones_(weightField);
        if (biasField is not null) nn.init.zeros_(biasField);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
}
