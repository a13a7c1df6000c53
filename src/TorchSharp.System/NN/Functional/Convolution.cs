using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Convolve("conv1d", input, weight, bias, List(stride), OrDefault(List(padding)), List(dilation), groups);

            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Convolve("conv1d.padding", input, weight, bias, List(stride), Name(padding), List(dilation), groups);

            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Convolve("conv2d", input, weight, bias, strides, OrDefault(padding), dilation, groups);

            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Convolve("conv2d.padding", input, weight, bias, strides, Name(padding), dilation, groups);

            public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Convolve("conv3d", input, weight, bias, strides, OrDefault(padding), dilation, groups);

            public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Convolve("conv3d.padding", input, weight, bias, strides, Name(padding), dilation, groups);

            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                Transposed("conv_transpose1d", input, weight, bias, List(stride), List(padding), List(output_padding), List(dilation), groups);

            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Transposed("conv_transpose2d.input", input, weight, bias, strides, padding, output_padding, dilation, groups);

            public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Transposed("conv_transpose3d.input", input, weight, bias, strides, padding, output_padding, dilation, groups);

            private static Tensor Convolve(string op, Tensor input, Tensor weight, Tensor? bias, long[]? strides, Arg padding, long[]? dilation, long groups)
            {
                Positive(groups);
                return Aten.Call(op, input, weight, bias, OrDefault(strides), padding, OrDefault(dilation), groups);
            }

            private static Tensor Transposed(string op, Tensor input, Tensor weight, Tensor? bias, long[]? strides, long[]? padding, long[]? outputPadding, long[]? dilation, long groups)
            {
                Positive(groups);
                return Aten.Call(op, input, weight, bias, OrDefault(strides), OrDefault(padding), OrDefault(outputPadding), groups, OrDefault(dilation));
            }

            private static string Name(Padding padding) => padding == Padding.Same ? "same" : "valid";

            // libtorch divides by the number of groups before it looks at it.
            internal static void Positive(long groups)
            {
                if (groups <= 0) throw new ArgumentException($"The number of groups must be positive, not {groups}.", nameof(groups));
            }
        }
    }
}
