using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// Calls libtorch's operators by name ("add.Tensor" is aten::add's overload Tensor), with autograd.
/// Arguments that are left out at the end take the schema's defaults.
/// </summary>
[SkipLocalsInit]
internal static unsafe class Aten
{
    private static readonly ConcurrentDictionary<string, IntPtr> Operators = new();

    /// <summary>An operator that returns one tensor.</summary>
    public static Tensor Call(string op, params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(op, args, &result, 1);
        return Tensor.Own(result);
    }

    /// <summary>An operator that changes its first argument, which is returned.</summary>
    public static Tensor InPlace(string op, params ReadOnlySpan<Arg> args)
    {
        Invoke(op, args, null, 0);
        return (Tensor)args[0].Reference!;
    }

    /// <summary>An operator that writes into its last argument, which is returned.</summary>
    public static Tensor Out(string op, params ReadOnlySpan<Arg> args)
    {
        Invoke(op, args, null, 0);
        return (Tensor)args[^1].Reference!;
    }

    /// <summary>An operator that returns two tensors.</summary>
    public static (Tensor, Tensor) Call2(string op, params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Result[2];
        Invoke(op, args, results, 2);
        return (Tensor.Own(results[0]), Tensor.Own(results[1]));
    }

    /// <summary>An operator that returns three tensors.</summary>
    public static (Tensor, Tensor, Tensor) Call3(string op, params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Result[3];
        Invoke(op, args, results, 3);
        return (Tensor.Own(results[0]), Tensor.Own(results[1]), Tensor.Own(results[2]));
    }

    /// <summary>An operator that returns four tensors.</summary>
    public static (Tensor, Tensor, Tensor, Tensor) Call4(string op, params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Result[4];
        Invoke(op, args, results, 4);
        return (Tensor.Own(results[0]), Tensor.Own(results[1]), Tensor.Own(results[2]), Tensor.Own(results[3]));
    }

    /// <summary>An operator that returns a list of tensors.</summary>
    public static Tensor[] CallList(string op, params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(op, args, &result, 1);
        return Unpack(result);
    }

    /// <summary>Takes over a list of tensors that C++ returned.</summary>
    public static Tensor[] Unpack(in Result list)
    {
        var items = (Result*)list.Value.Bits;
        var tensors = new Tensor[list.Value.Count];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = Tensor.Own(items[i]);
        Shim.ts_free(items);
        return tensors;
    }

    public static bool CallBool(string op, params ReadOnlySpan<Arg> args) => CallNumber(op, args).Bits != 0;
    public static long CallLong(string op, params ReadOnlySpan<Arg> args) => CallNumber(op, args).Bits;
    public static double CallDouble(string op, params ReadOnlySpan<Arg> args) => BitConverter.Int64BitsToDouble(CallNumber(op, args).Bits);

    /// <summary>An operator that returns a number, as it is (a complex one as a pointer: see Scalar).</summary>
    public static Value CallNumber(string op, params ReadOnlySpan<Arg> args)
    {
        Result result;
        Invoke(op, args, &result, 1);
        return result.Value;
    }

    /// <summary>An operator that returns nothing of interest.</summary>
    public static void Run(string op, params ReadOnlySpan<Arg> args) => Invoke(op, args, null, 0);

    private static void Invoke(string op, ReadOnlySpan<Arg> args, Result* results, int capacity)
    {
        var handle = Find(op);
        var values = stackalloc Value[args.Length];
        var extra = 0;
        foreach (ref readonly var arg in args)
            if (arg.Tag >= Tag.Ints) extra += (arg.ExtraBytes + 7) & ~7;
        var scratch = extra == 0 ? null : extra <= 1024 ? stackalloc byte[extra] : new byte[extra];
        fixed (byte* memory = scratch)
        {
            var free = memory;
            for (var i = 0; i < args.Length; i++) free = Lower(in args[i], values + i, free);
            if (Shim.ts_call(handle, values, args.Length, results, capacity) < 0) throw Failure.Last();
        }
        foreach (ref readonly var arg in args) GC.KeepAlive(arg.Reference);
    }

    /// <summary>Writes an argument as C++ reads it; a list's elements go to <paramref name="free"/>, and the next free byte is returned.</summary>
    private static byte* Lower(in Arg arg, Value* value, byte* free)
    {
        value->Tag = arg.Tag;
        value->Bits = arg.Bits;
        if (arg.Tag < Tag.Ints) return free;
        switch (arg.Reference)
        {
            case long[] a: return Copy<long>(a, value, free);
            case double[] a: return Copy<double>(a, value, free);
            case bool[] a: return Copy<bool>(a, value, free);
            case byte[] a: return Copy<byte>(a, value, free);
            case System.Numerics.Complex c: return Copy<double>([c.Real, c.Imaginary], value, free);
            case Tensor?[] a:
                var handles = new Span<IntPtr>(free, a.Length);
                for (var i = 0; i < a.Length; i++) handles[i] = a[i] is { } tensor ? tensor.Handle : IntPtr.Zero;
                value->Bits = (long)free;
                value->Count = a.Length;
                return free + a.Length * sizeof(IntPtr);
            default: return free;
        }
    }

    private static byte* Copy<T>(ReadOnlySpan<T> elements, Value* value, byte* free) where T : unmanaged
    {
        elements.CopyTo(new Span<T>(free, elements.Length));
        value->Bits = (long)free;
        value->Count = elements.Length;
        return free + ((elements.Length * sizeof(T) + 7) & ~7);
    }

    private static IntPtr Find(string op) => Operators.TryGetValue(op, out var handle) ? handle : Operators.GetOrAdd(op, Resolve);

    private static IntPtr Resolve(string op)
    {
        var dot = op.IndexOf('.', StringComparison.Ordinal);
        var (name, overload) = dot < 0 ? (op, "") : (op[..dot], op[(dot + 1)..]);
        fixed (byte* n = Encoding.UTF8.GetBytes("aten::" + name + "\0"))
        fixed (byte* o = Encoding.UTF8.GetBytes(overload + "\0"))
        {
            var handle = Shim.ts_operator(n, o);
            return handle != IntPtr.Zero ? handle : throw Failure.Last();
        }
    }
}
