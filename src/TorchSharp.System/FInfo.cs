namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating-point element type.</summary>
    public struct FInfo
    {
        public int bits;
        public double eps;
        public double max;
        public double min;
        public double resolution;
        public double smallest_normal;
        public double tiny;
    }

    public static FInfo finfo() => finfo(get_default_dtype());

    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        // bits, bits of the significand after the point, largest value, decimal digits, smallest normal exponent
        ScalarType.Float16 => Limits(16, 10, 65504, 3, -14),
        ScalarType.BFloat16 => Limits(16, 7, BitConverter.Int32BitsToSingle(0x7F7F0000), 2, -126),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(32, 23, float.MaxValue, 6, -126),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(64, 52, double.MaxValue, 15, -1022),
        _ => throw new ArgumentException($"{dtype} is no floating-point type.", nameof(dtype)),
    };

    private static FInfo Limits(int bits, int significand, double largest, int digits, int smallestExponent) => new()
    {
        bits = bits,
        eps = Math.ScaleB(1, -significand),
        max = largest,
        min = -largest,
        resolution = Math.Pow(10, -digits),
        smallest_normal = Math.ScaleB(1, smallestExponent),
        tiny = Math.ScaleB(1, smallestExponent),
    };
}
