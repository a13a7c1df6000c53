using CourseLabs.Backprop.Tests;
using CourseLabs.Matrices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace CourseLabs.Torch.Tests.Library;

/// <summary>
/// TorchSharp's losses, which those by hand are compared with, are PyTorch's, and so are their gradients: saturated values, ties and
/// probabilities of 0 and 1 among them (tests/CourseLabs.Backprop.Tests, Peers/functions.py).
/// </summary>
public sealed class LossTests
{
    private static readonly PeerFigures PyTorch = PeerFigures.Load("functions");

    [Fact]
    public void The_mean_squared_error_is_PyTorchs() =>
        AssertEqual("mse", PyTorch.Rows("rows", 6), a => mse_loss(a, PyTorch.Rows("rows target", 6).ToTensor()));

    [Fact]
    public void The_mean_absolute_error_is_PyTorchs() =>
        AssertEqual("l1", PyTorch.Rows("rows", 6), a => l1_loss(a, PyTorch.Rows("rows target", 6).ToTensor()));

    [Fact]
    public void The_cross_entropy_is_PyTorchs_for_probabilities_and_classes()
    {
        AssertEqual("cross-entropy", PyTorch.Rows("rows", 6), a => cross_entropy(a, PyTorch.Rows("probabilities", 6).ToTensor()));
        AssertEqual("cross-entropy of classes", PyTorch.Rows("rows", 6), a => cross_entropy(a, tensor(new long[] { 1, 5, 0, 2 })));
    }

    [Fact]
    public void The_binary_cross_entropy_is_PyTorchs() =>
        AssertEqual("binary-cross-entropy", PyTorch.Rows("sure", 6), a => binary_cross_entropy(a, PyTorch.Rows("hits", 6).ToTensor()));

    private static void AssertEqual(string name, Matrix at, Func<Tensor, Tensor> loss)
    {
        (var value, var gradients) = MatrixTensors.Autograd(t => loss(t[0]), at);

        PyTorch.AssertEqual($"{name} value", [value], 1e-12);
        PyTorch.AssertEqual($"{name} gradient", gradients[0].Values, 1e-12);
    }
}
