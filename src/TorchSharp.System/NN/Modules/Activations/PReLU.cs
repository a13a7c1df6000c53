using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where positive, else weight x: one learned slope for all channels, or one a channel.</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? weightField;

    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
    {
        (this.num_parameters, this.init) = (num_parameters, init);
        weight = Parameter.New([num_parameters], device, dtype, slopes => nn.init.constant_(slopes, init));
    }

    public long num_parameters { get; }
    public double init { get; }

    public Parameter weight
    {
        get => weightField!;
        set => Replace(ref weightField, value, nameof(weight));
    }

    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
}
