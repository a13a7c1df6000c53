using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(List2(output_size));
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(List(output_size));
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new(List3(output_size));
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) => new(List(output_size));
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);

        public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);
        public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);
        public static AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => new(output_size);

        public static LPPool1d LPPool1d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) => new(norm_type, kernel_size, stride, ceil_mode);
        public static LPPool2d LPPool2d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) => new(norm_type, List2(kernel_size), List2(stride), ceil_mode);
        public static LPPool2d LPPool2d(double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false) => new(norm_type, kernel_size, stride, ceil_mode);

        public static FractionalMaxPool2d FractionalMaxPool2d(long kernel_size, long? output_size = null, double? output_ratio = null) =>
            FractionalMaxPool2d(List2(kernel_size), List2(output_size), output_ratio is { } r ? [r, r] : null);

        public static FractionalMaxPool2d FractionalMaxPool2d((long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
            FractionalMaxPool2d(List(kernel_size), List(output_size), output_ratio is { } r ? [r.Item1, r.Item2] : null);

        public static FractionalMaxPool2d FractionalMaxPool2d(long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
        {
            Need(2, kernel_size.Length, nameof(kernel_size));
            Need(2, output_size?.Length, nameof(output_size));
            Need(2, output_ratio?.Length, nameof(output_ratio));
            if (output_size is null == output_ratio is null) throw new ArgumentException("Only one of output_size and output_ratio may be specified.");
            return new(kernel_size, output_size, output_ratio);
        }

        public static FractionalMaxPool3d FractionalMaxPool3d(long kernel_size, long? output_size = null, double? output_ratio = null) =>
            FractionalMaxPool3d(List3(kernel_size), List3(output_size), output_ratio is { } r ? [r, r, r] : null);

        public static FractionalMaxPool3d FractionalMaxPool3d((long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
            FractionalMaxPool3d(List(kernel_size), List(output_size), output_ratio is { } r ? [r.Item1, r.Item2, r.Item3] : null);

        public static FractionalMaxPool3d FractionalMaxPool3d(long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
        {
            Need(3, kernel_size.Length, nameof(kernel_size));
            Need(3, output_size?.Length, nameof(output_size));
            Need(3, output_ratio?.Length, nameof(output_ratio));
            if (output_size is null == output_ratio is null) throw new ArgumentException("Only one of output_size and output_ratio may be specified.");
            return new(kernel_size, output_size, output_ratio);
        }

        private static void Need(int elements, int? given, string name)
        {
            if (given is { } count && count != elements) throw new ArgumentException($"{name} must contain {elements} elements.", name);
        }
    }
}
