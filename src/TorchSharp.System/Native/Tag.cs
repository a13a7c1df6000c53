namespace TorchSharp.Native;

/// <summary>How a <see cref="Value"/> is to be read; the numbers are those of native/shim.h.</summary>
internal enum Tag
{
    Default = 0,
    None = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    Tensor = 5,
    Ints = 6,
    Doubles = 7,
    Bools = 8,
    Tensors = 9,
    Text = 10,
    Device = 11,
    Generator = 12,
    Complex = 13,
}
