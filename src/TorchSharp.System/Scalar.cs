using System.Numerics;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any of libtorch's element types, as an operator takes it.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(ScalarType type, Arg argument) => (Type, Argument) = (type, argument);

    /// <summary>Reads a number that an operator returned.</summary>
    internal static unsafe Scalar From(ScalarType type, Value value)
    {
        if (value.Tag != Tag.Complex) return new Scalar(type, FromValue(value));
        var parts = (double*)value.Bits;
        var number = new Complex(parts[0], parts[1]);
        Shim.ts_free(parts);
        return new Scalar(type, number);
    }

    public ScalarType Type { get; }

    internal Arg Argument { get; }

    internal Complex AsComplex => Argument.Tag switch
    {
        Tag.Complex => (Complex)Argument.Reference!,
        _ => AsDouble,
    };

    internal double AsDouble => Argument.Tag switch
    {
        Tag.Double => BitConverter.Int64BitsToDouble(Argument.Bits),
        Tag.Complex => ((Complex)Argument.Reference!).Real,
        _ => Argument.Bits,
    };

    internal long AsLong => Argument.Tag is Tag.Double or Tag.Complex ? (long)AsDouble : Argument.Bits;

    public static implicit operator Scalar(byte value) => new(ScalarType.Byte, (long)value);
    public static implicit operator Scalar(sbyte value) => new(ScalarType.Int8, (long)value);
    public static implicit operator Scalar(short value) => new(ScalarType.Int16, (long)value);
    public static implicit operator Scalar(int value) => new(ScalarType.Int32, value);
    public static implicit operator Scalar(long value) => new(ScalarType.Int64, value);
    public static implicit operator Scalar(Half value) => new(ScalarType.Float16, (double)value);
    public static implicit operator Scalar(float value) => new(ScalarType.Float32, (double)value);
    public static implicit operator Scalar(double value) => new(ScalarType.Float64, value);
    public static implicit operator Scalar((float, float) value) => new(ScalarType.ComplexFloat32, new Complex(value.Item1, value.Item2));
    public static implicit operator Scalar(Complex value) => new(ScalarType.ComplexFloat64, value);
    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, value);

    /// <summary>Nothing native is held; here because TorchSharp's scalars hold some.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    private static Arg FromValue(Value value) => value.Tag switch
    {
        Tag.Double => BitConverter.Int64BitsToDouble(value.Bits),
        Tag.Bool => value.Bits != 0,
        _ => value.Bits,
    };
}
