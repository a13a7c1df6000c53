using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor fractional_max_pool2d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                Values(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                Values(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool2d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Values(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                FractionalMaxPool("fractional_max_pool2d", input, Times(kernel_size, 2), Times(output_size, 2), Times(output_ratio, 2));

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                FractionalMaxPool("fractional_max_pool2d", input, List(kernel_size), List(output_size), output_ratio is { } r ? [r.Item1, r.Item2] : null);

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                FractionalMaxPool("fractional_max_pool2d", input, kernel_size, output_size, output_ratio);

            public static Tensor fractional_max_pool3d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                Values(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool3d(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                Values(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool3d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Values(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                FractionalMaxPool("fractional_max_pool3d", input, Times(kernel_size, 3), Times(output_size, 3), Times(output_ratio, 3));

            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                FractionalMaxPool("fractional_max_pool3d", input, List(kernel_size), output_size is { } s ? List(s) : null, output_ratio is { } r ? [r.Item1, r.Item2, r.Item3] : null);

            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                FractionalMaxPool("fractional_max_pool3d", input, kernel_size, output_size, output_ratio);

            private static (Tensor, Tensor) FractionalMaxPool(string op, Tensor input, long[] kernel, long[]? size, double[]? ratio)
            {
                var shape = input.shape;
                var dimensions = kernel.Length;
                if (size is null == ratio is null) throw new ArgumentException("Exactly one of output_size and output_ratio must be given.");
                if (shape.Length <= dimensions) throw new ArgumentException($"The input needs channels and {dimensions} dimensions, it has {shape.Length}.", nameof(input));
                size ??= ratio!.Select((r, i) => (long)(shape[shape.Length - dimensions + i] * r)).ToArray();
                var batch = shape.Length == dimensions + 1 ? 1 : shape[0];
                using var samples = Aten.Call("rand", new[] { batch, shape[^(dimensions + 1)], dimensions }, input.dtype, Arg.None, input.device);
                return Aten.Call2(op, input, kernel, size, samples);
            }

            private static long[] Times(long value, int count) => Enumerable.Repeat(value, count).ToArray();
            private static long[]? Times(long? value, int count) => value is { } v ? Times(v, count) : null;
            private static double[]? Times(double? value, int count) => value is { } v ? Enumerable.Repeat(v, count).ToArray() : null;
        }
    }
}
