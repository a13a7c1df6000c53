using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the normalisations over a batch share: scale and shift, and the running mean and variance that evaluation uses.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? weightField;

    [ComponentName(Name = nameof(bias))]
    private Parameter? biasField;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? meanField;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? varianceField;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? countField;

    public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) : base(name)
    {
        (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
        (this.affine, this.track_running_stats) = (affine, track_running_stats);
        if (affine)
        {
            weight = Parameter.New([num_features], device, dtype, weight => nn.init.ones_(weight));
            bias = Parameter.New([num_features], device, dtype, bias => nn.init.zeros_(bias));
        }
        if (track_running_stats)
        {
            running_mean = Aten.Call("zeros", new[] { num_features }, dtype, Arg.None, device);
            running_var = Aten.Call("ones", new[] { num_features }, dtype, Arg.None, device);
            num_batches_tracked = Aten.Call("zeros", Array.Empty<long>(), ScalarType.Int64, Arg.None, device);
        }
    }

    public long num_features { get; }
    public double eps { get; set; }

    /// <summary>How much of the running figures each batch replaces; null for the mean of all batches.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }
    public bool track_running_stats { get; }

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

    public Tensor? running_mean
    {
        get => meanField;
        set => ReplaceBuffer(ref meanField, value, nameof(running_mean));
    }

    public Tensor? running_var
    {
        get => varianceField;
        set => ReplaceBuffer(ref varianceField, value, nameof(running_var));
    }

    public Tensor? num_batches_tracked
    {
        get => countField;
        set => ReplaceBuffer(ref countField, value, nameof(num_batches_tracked));
    }

    public void reset_running_stats()
    {
        if (meanField is not null) nn.init.zeros_(meanField);
        if (varianceField is not null) nn.init.ones_(varianceField);
        if (countField is not null) nn.init.zeros_(countField);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (weightField is not null) nn.init.ones_(weightField);
        if (biasField is not null) nn.init.zeros_(biasField);
    }

    protected abstract void ValidateInputDimensions(Tensor input);

    private void ReplaceBuffer(ref Tensor? field, Tensor? value, string name)
    {
        if (ReferenceEquals(field, value)) return;
        field?.Dispose();
        field = value?.DetachFromDisposeScope();
        ConditionallyRegisterBuffer(name, field);
    }
}
