using TorchSharp.Native;

namespace TorchSharp;

// Evenly spaced numbers, and the identity.
public static partial class torch
{
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var place = InitializeDevice(device);
        if (dtype is not { } type || !is_complex(type)) return Finish(Aten.Call("arange.start_step", start, stop, step, dtype, Arg.None, place), requires_grad);
        using var real = Aten.Call("arange.start_step", start, stop, step, type == ScalarType.ComplexFloat64 ? ScalarType.Float64 : ScalarType.Float32, Arg.None, place);
        return Finish(real.to(type), requires_grad);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.Call("linspace", start, end, steps, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Aten.Call("logspace", start, end, steps, @base, dtype, Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor eye(long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Aten.Call("eye.m", rows, columns == -1 ? rows : columns, dtype, Arg.None, InitializeDevice(device)), requires_grad, names);
}
