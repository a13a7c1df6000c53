using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// What is done to each field of an optimizer's options or state: an optimizer lists its fields once,
/// and saving, loading, copying, comparing and disposing follow from that.
/// </summary>
internal interface IFields
{
    /// <summary>A long, a double, a double? or a bool?.</summary>
    void Number<T>(ref T value);
    void Tensor(ref Tensor value);

    /// <summary>A tensor that may be null.</summary>
    void Optional(ref Tensor? value);
}
