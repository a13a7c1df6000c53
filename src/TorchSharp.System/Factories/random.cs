using TorchSharp.Native;

namespace TorchSharp;

// Draws with given parameters; rand.cs and randn.cs have the standard ones.
public static partial class torch
{
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(Aten.Call("normal.float_float", mean, std, size, generator, DrawnType(dtype), Arg.None, InitializeDevice(device)), requires_grad, names);

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Finish(Aten.Call("randperm.generator", n, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor randperm(long n, Tensor @out, Generator? generator = null)
    {
        Aten.Run("randperm.generator_out", n, generator, @out);
        return @out;
    }

    public static double rand_float(Generator? generator = null)
    {
        using var drawn = rand([1], generator: generator);
        return drawn.ToDouble();
    }

    public static double randn_float(Generator? generator = null)
    {
        using var drawn = randn([1], generator: generator);
        return drawn.ToDouble();
    }

    private static ScalarType? DrawnType(ScalarType? dtype) => dtype is { } type && is_integral(type)
        ? throw new ArgumentException($"A draw of real numbers was passed a bad dtype: {type}. It must be floating point or complex.", nameof(dtype))
        : dtype;
}
