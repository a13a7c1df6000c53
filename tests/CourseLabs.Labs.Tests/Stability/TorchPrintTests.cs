using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>The expected texts are what PyTorch 1.13's <c>print</c> shows.</summary>
public sealed class TorchPrintTests
{
    [Theory]
    [InlineData(new[] { 0.5f, -1, 2, 3 }, "tensor([[ 0.5000, -1.0000],\n        [ 2.0000,  3.0000]])")]
    [InlineData(new[] { 1f, 2, -3, 400 }, "tensor([[  1.,   2.],\n        [ -3., 400.]])")]
    [InlineData(new[] { 0f, 0, 0, 0 }, "tensor([[0., 0.],\n        [0., 0.]])")]
    [InlineData(new[] { 1f, 2, 3, 4000 }, "tensor([[1.0000e+00, 2.0000e+00],\n        [3.0000e+00, 4.0000e+03]])")]
    [InlineData(new[] { 0.00005f, 0.01f, 0, -0.02f }, "tensor([[ 5.0000e-05,  1.0000e-02],\n        [ 0.0000e+00, -2.0000e-02]])")]
    [InlineData(new[] { 0.5f, float.NaN, float.NegativeInfinity, 1 }, "tensor([[0.5000,    nan],\n        [  -inf, 1.0000]])")]
    [InlineData(new[] { float.NaN, float.NaN, float.PositiveInfinity, 0 }, "tensor([[nan, nan],\n        [inf, 0.]])")]
    public void A_matrix_is_printed_as_Python_prints_it(float[] entries, string text)
    {
        using var matrix = tensor(entries, [2, 2]);

        Assert.Equal(text, string.Join('\n', TorchPrint.Lines(matrix)));
    }
}
