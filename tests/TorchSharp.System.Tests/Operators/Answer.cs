using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>What an operator returned: one tensor or several, or a yes or no.</summary>
internal readonly record struct Answer(params Tensor?[] Tensors)
{
    public static implicit operator Answer(Tensor tensor) => new(tensor);
    public static implicit operator Answer(Tensor[] tensors) => new(tensors);
    public static implicit operator Answer((Tensor, Tensor?) pair) => new(pair.Item1, pair.Item2);
    public static implicit operator Answer((Tensor, Tensor?, Tensor?) triple) => new(triple.Item1, triple.Item2, triple.Item3);
    public static implicit operator Answer((Tensor, Tensor, Tensor, Tensor) four) => new(four.Item1, four.Item2, four.Item3, four.Item4);
    public static implicit operator Answer(bool yes) => new(tensor(yes));
}
