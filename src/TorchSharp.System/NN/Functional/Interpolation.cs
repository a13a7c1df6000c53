using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var shape = x.shape;
                var dimensions = shape.Length - 2;
                if (size is null == scale_factor is null) throw new ArgumentException("Exactly one of size and scale_factor must be given.");
                if (dimensions is < 1 or > 3) throw new ArgumentException($"Interpolation is for inputs of 3 to 5 dimensions, not {shape.Length}.", nameof(x));
                if ((size?.Length ?? scale_factor!.Length) is var given && given != 1 && given != dimensions)
                    throw new ArgumentException($"size and scale_factor need 1 or {dimensions} elements, not {given}.");
                var corners = mode is InterpolationMode.Linear or InterpolationMode.Bilinear or InterpolationMode.Bicubic or InterpolationMode.Trilinear;
                if (align_corners is not null && !corners)
                    throw new ArgumentException("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear", nameof(align_corners));
                if (size?.Length < dimensions) size = Times(size[0], dimensions);
                if (scale_factor?.Length < dimensions) scale_factor = Times((double?)scale_factor[0], dimensions);
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = scale_factor.Select((s, i) => (long)Math.Floor(shape[i + 2] * s)).ToArray();
                    scale_factor = null;
                }
                if (mode == InterpolationMode.Area) return Aten.Call($"adaptive_avg_pool{dimensions}d", x, size!);
                if (Operator(mode, dimensions, antialias) is not { } op)
                    throw new ArgumentException($"Interpolation of a {shape.Length}-D input by {(antialias ? "antialiased " : "")}{mode} does not exist.", nameof(mode));
                return corners ? Aten.Call(op, x, size, align_corners ?? false, scale_factor) : Aten.Call(op, x, size, scale_factor);
            }

            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor);

            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                Aten.Call("upsample_nearest1d.vec", input, List(outputSize), Times(scaleFactor, 1));

            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Aten.Call("upsample_nearest2d.vec", input, outputSizes, scaleFactors);

            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Aten.Call("upsample_nearest3d.vec", input, outputSizes, scaleFactors);

            private static string? Operator(InterpolationMode mode, int dimensions, bool antialias) => (mode, dimensions, antialias) switch
            {
                (InterpolationMode.Nearest, _, false) => $"upsample_nearest{dimensions}d.vec",
                (InterpolationMode.NearestExact, _, false) => $"_upsample_nearest_exact{dimensions}d.vec",
                (InterpolationMode.Linear, 1, false) => "upsample_linear1d.vec",
                (InterpolationMode.Bilinear, 2, false) => "upsample_bilinear2d.vec",
                (InterpolationMode.Bicubic, 2, false) => "upsample_bicubic2d.vec",
                (InterpolationMode.Trilinear, 3, false) => "upsample_trilinear3d.vec",
                (InterpolationMode.Bilinear, 2, true) => "_upsample_bilinear2d_aa.vec",
                (InterpolationMode.Bicubic, 2, true) => "_upsample_bicubic2d_aa.vec",
                _ => null,
            };
        }
    }
}
