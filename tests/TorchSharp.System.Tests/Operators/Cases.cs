using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Calls of operators by name; Peers/operators.json has what PyTorch returns for each: elements, types and shapes.</summary>
internal sealed class Cases(double tolerance = 1e-12) : Dictionary<string, Func<Inputs, Answer>>
{
    /// <summary>float32 results: their last bit depends on the instructions that the machine has.</summary>
    private const double SingleTolerance = 1e-6;

    public static readonly PeerFigures PyTorch = PeerFigures.Load("operators");

    public void Check(string name)
    {
        using var scope = NewDisposeScope();
        var tensors = this[name](new Inputs()).Tensors.OfType<Tensor>().ToArray();

        // Type, then sizes; -1 ends each tensor.
        IReadOnlyList<double> layout = tensors.SelectMany(t => t.shape.Select(extent => (double)extent).Prepend((double)t.dtype).Append(-1)).ToArray();
        PyTorch.AssertEqual(name + ": type and shape", layout, 0);

        IReadOnlyList<double> elements = tensors.SelectMany(Elements).ToArray();
        PyTorch.AssertEqual(name, elements, tensors.Any(t => t.dtype is ScalarType.Float32) ? SingleTolerance : tolerance);
    }

    private static double[] Elements(Tensor tensor)
    {
        if (tensor.is_complex()) tensor = tensor.resolve_conj().view_as_real();
        return tensor.to(float64).reshape(-1).contiguous().data<double>().ToArray();
    }
}
