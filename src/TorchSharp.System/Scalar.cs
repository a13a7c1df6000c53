using System.Numerics;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any of libtorch's element types, as an operator takes it.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(Arg argument) => Argument = argument;

    /// <summary>The widest type of the number's kind, as libtorch holds it.</summary>
    public ScalarType Type => Argument.Tag switch
    {
        Tag.Bool => ScalarType.Bool,
        Tag.Int => ScalarType.Int64,
        Tag.Double => ScalarType.Float64,
        _ => ScalarType.ComplexFloat64,
    };

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

    public static implicit operator Scalar(byte value) => new((long)value);
    public static implicit operator Scalar(sbyte value) => new((long)value);
    public static implicit operator Scalar(short value) => new((long)value);
    public static implicit operator Scalar(int value) => new(value);
    public static implicit operator Scalar(long value) => new(value);
    public static implicit operator Scalar(Half value) => new((double)value);
    public static implicit operator Scalar(float value) => new((double)value);
    public static implicit operator Scalar(double value) => new(value);
    public static implicit operator Scalar((float, float) value) => new(new Complex(value.Item1, value.Item2));
    public static implicit operator Scalar(Complex value) => new(value);
    public static implicit operator Scalar(bool value) => new(value);

    /// <summary>Nothing native is held; here because TorchSharp's scalars hold some.</summary>
    public void Dispose() => GC.SuppressFinalize(this);
}
