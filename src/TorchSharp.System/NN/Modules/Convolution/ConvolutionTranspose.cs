using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gradient of a convolution as a layer: it makes an image larger where a convolution makes it smaller.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>Of the sizes that a strided convolution maps to the input's, the one to answer with.</summary>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    private protected Tensor Transposed(string op, Tensor input, long[]? output_size)
    {
        CheckInput(input);
        var extra = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, kernel_size.Length);
        return Aten.Call(op, input, _weight, _bias, stride, padding, extra, groups, dilation);
    }

    protected long[] _output_padding(Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null) return output_padding;
        var size = input.shape;
        var count = (int)num_spatial_dims;
        var leading = size.Length - count;
        if (output_size.Length == size.Length) output_size = output_size[leading..];
        if (output_size.Length != count)
            throw new ArgumentException($"ConvTranspose{count}D: for {size.Length}D input, output_size must have {count} or {size.Length} elements (got {output_size.Length})", nameof(output_size));
        var extra = new long[count];
        for (var d = 0; d < count; d++)
        {
            var least = (size[leading + d] - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel_size[d] - 1) + 1;
            extra[d] = output_size[d] - least;
            if (extra[d] < 0 || extra[d] >= stride[d])
                throw new ArgumentException($"Requested an output size of {output_size[d]}, but valid sizes range from {least} to {least + stride[d] - 1}");
        }
        return extra;
    }
}
