using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each sample over groups of its channels.</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? weightField;

    [ComponentName(Name = nameof(bias))]
    private Parameter? biasField;

    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype) : base(nameof(GroupNorm))
    {
        nn.functional.Positive(num_groups);
        if (num_channels % num_groups != 0) throw new ArgumentException("num_channels must be divisible by num_groups", nameof(num_channels));
        (this.num_groups, this.eps, this.affine) = (num_groups, eps, affine);
        if (!affine) return;
        weight = Parameter.New([num_channels], device, dtype, weight => nn.init.ones_(weight));
        bias = Parameter.New([num_channels], device, dtype, bias => nn.init.zeros_(bias));
    }

    public long num_groups { get; set; }
    public double eps { get; set; }
    public bool affine { get; set; }

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

    public override Tensor forward(Tensor tensor)
    {
        if (tensor.ndim < 3) throw new ArgumentException($"Invalid number of dimensions for GroupNorm argument: {tensor.ndim}");
        return nn.functional.group_norm(tensor, num_groups, weight, bias, eps);
    }
}
