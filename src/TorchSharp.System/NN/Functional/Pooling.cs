using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPool("max_pool1d", input, List(kernel_size), List(stride), List(padding), List(dilation), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPoolWithIndices("max_pool1d_with_indices", input, List(kernel_size), List(stride), List(padding), List(dilation), ceil_mode);

            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPool("max_pool2d", input, List(kernel_size), List(stride), List(padding), List(dilation), ceil_mode);

            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                MaxPool("max_pool2d", input, List(kernel_size), List(stride), List(padding), List(dilation), ceil_mode);

            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPool("max_pool2d", input, kernel_size, strides, padding, dilation, ceil_mode);

            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPoolWithIndices("max_pool2d_with_indices", input, kernel_size, strides, padding, dilation, ceil_mode);

            public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPool("max_pool3d", input, kernel_size, strides, padding, dilation, ceil_mode);

            public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaxPoolWithIndices("max_pool3d_with_indices", input, kernel_size, strides, padding, dilation, ceil_mode);

            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                Aten.Call("avg_pool1d", input, List(kernel_size), OrDefault(List(stride)), OrDefault(List(padding)), ceil_mode, count_include_pad);

            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, List(kernel_size), List(stride), List(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, List(kernel_size), List(stride), List(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Aten.Call("avg_pool2d", input, kernel_size, OrDefault(stride), OrDefault(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Aten.Call("avg_pool3d", input, kernel_size, OrDefault(stride), OrDefault(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Aten.Call("avg_pool2d_backward", input, originalInput, kernel_sizes, strides ?? [1], paddings ?? [0], ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool3d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Aten.Call("avg_pool3d_backward", input, originalInput, kernel_sizes, strides ?? [1], paddings ?? [0], ceil_mode, count_include_pad, divisor_override);

            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var powers = Aten.Call("pow.Tensor_Scalar", input, norm_type);
                using var mean = avg_pool1d(powers, kernel_size, stride, 0, ceil_mode);
                return RootOfSum(mean, kernel_size, norm_type);
            }

            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, [kernel_size, kernel_size], stride is { } s ? [s, s] : null, ceil_mode);

            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var powers = Aten.Call("pow.Tensor_Scalar", input, norm_type);
                using var mean = avg_pool2d(powers, kernel_size, stride, null, ceil_mode);
                return RootOfSum(mean, kernel_size[0] * kernel_size[^1], norm_type);
            }

            private static Tensor MaxPool(string op, Tensor input, long[] kernel, long[]? strides, long[]? padding, long[]? dilation, bool ceil) =>
                Aten.Call(op, input, kernel, OrDefault(strides), OrDefault(padding), OrDefault(dilation), ceil);

            private static (Tensor, Tensor) MaxPoolWithIndices(string op, Tensor input, long[] kernel, long[]? strides, long[]? padding, long[]? dilation, bool ceil) =>
                Aten.Call2(op, input, kernel, OrDefault(strides), OrDefault(padding), OrDefault(dilation), ceil);

            /// <summary>(sign(mean) relu(|mean|) n)^(1/p), as PyTorch spells the p-norm of a window of n elements.</summary>
            private static Tensor RootOfSum(Tensor mean, long elements, double p)
            {
                using var sign = Aten.Call("sign", mean);
                using var magnitude = Aten.Call("abs", mean);
                using var positive = Aten.Call("relu", magnitude);
                using var signed = Aten.Call("mul.Tensor", sign, positive);
                using var sum = Aten.Call("mul.Scalar", signed, elements);
                return Aten.Call("pow.Tensor_Scalar", sum, 1.0 / p);
            }
        }
    }
}
