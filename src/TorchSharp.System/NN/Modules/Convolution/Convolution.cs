using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the convolutions share: weights of (out, in / groups, kernel...), transposed (in, out / groups, kernel...), and their first values.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    protected Parameter? _weight;

    /// <summary>Before and after, the last dimension first, as <see cref="nn.functional.pad(Tensor, long[], PaddingModes, double)"/> takes it.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

    protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null) : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros) throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND", nameof(padding_mode));
        if (groups <= 0) throw new ArgumentException($"groups must be positive, not {groups}", nameof(groups));
        if (in_channels % groups != 0) throw new ArgumentException("in_channels must be divisible by groups", nameof(in_channels));
        if (out_channels % groups != 0) throw new ArgumentException("out_channels must be divisible by groups", nameof(out_channels));
        (this.in_channels, this.out_channels, this.groups, this.transposed) = (in_channels, out_channels, groups, transposed);
        (this.kernel_size, this.stride, this.dilation, this.output_padding, this.padding_mode) = (kernel_size, stride, dilation, output_padding, padding_mode);
        if (padding_type is { } type) SetPadding(type);
        else SetPadding(padding ?? new long[kernel_size.Length]);
        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        weight = Parameter.New([.. channels, .. kernel_size], device, dtype, InitialiseWeight);
        if (bias) this.bias = Parameter.New([out_channels], device, dtype, InitialiseBias);
    }

    public long in_channels { get; }
    public long out_channels { get; }
    public long[] kernel_size { get; set; }
    public long[] stride { get; set; }
    public long[]? padding { get; private set; }
    public Padding? padding_type { get; private set; }
    public PaddingModes padding_mode { get; set; }
    public long[] dilation { get; set; }
    public bool transposed { get; }
    public long[] output_padding { get; set; }
    public long groups { get; set; }

    public Parameter weight
    {
        get => _weight!;
        set => Replace(ref _weight, value, nameof(weight));
    }

    public Parameter? bias
    {
        get => _bias;
        set => Replace(ref _bias, value, nameof(bias));
    }

    /// <summary>Draws both from U(-1/sqrt(fan in), 1/sqrt(fan in)).</summary>
    public void reset_parameters()
    {
        InitialiseWeight(weight);
        if (bias is not null) InitialiseBias(bias);
    }

    public void SetPadding(long[] padding)
    {
        padding_type = null;
        this.padding = padding;
        _reversed_padding_repeated_twice = padding.Reverse().SelectMany(p => new[] { p, p }).ToArray();
    }

    public void SetPadding(Padding padding)
    {
        if (transposed) throw new ArgumentException("Cannot set padding type on ConvTransposeND");
        if (padding == Padding.Same && stride.Any(s => s != 1)) throw new ArgumentException("padding='same' is not supported for strided convolutions");
        padding_type = padding;
        this.padding = null;
        var total = kernel_size.Zip(dilation, (k, d) => padding == Padding.Same ? d * (k - 1) : 0);
        _reversed_padding_repeated_twice = total.Reverse().SelectMany(t => new[] { t / 2, t - t / 2 }).ToArray();
    }

    /// <summary>Whether the input is (N, C, ...) or (C, ...) with as many dimensions and the module's channels.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }

    /// <summary>The forward pass of the convolutions that are not transposed.</summary>
    private protected Tensor Convolve(string op, Tensor input)
    {
        CheckInput(input);
        if (padding_mode != PaddingModes.Zeros)
        {
            using var padded = nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
            return Aten.Call(op, padded, _weight, _bias, stride, Arg.Default, dilation, groups);
        }
        return padding_type is { } type
            ? Aten.Call(op + ".padding", input, _weight, _bias, stride, type == Padding.Same ? "same" : "valid", dilation, groups)
            : Aten.Call(op, input, _weight, _bias, stride, padding, dilation, groups);
    }

    private protected void CheckInput(Tensor input)
    {
        var dimensions = kernel_size.Length;
        if (!ValidateShape(input, dimensions))
            throw new ArgumentException($"Expected {dimensions + 1}D (unbatched) or {dimensions + 2}D (batched) input with {in_channels} channels to {GetName()}.");
        nn.functional.Positive(groups);
    }

    private static void InitialiseWeight(Tensor weight) => nn.init.kaiming_uniform_(weight, Math.Sqrt(5));

    private void InitialiseBias(Tensor bias)
    {
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        nn.init.uniform_(bias, -bound, bound);
    }
}
