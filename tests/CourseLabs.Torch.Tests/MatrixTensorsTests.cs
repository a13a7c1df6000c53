using CourseLabs.Matrices;
using CourseLabs.Tests;
using static TorchSharp.torch;

namespace CourseLabs.Torch.Tests;

public sealed class MatrixTensorsTests
{
    private static readonly Matrix Some = Matrix.FromRows([1, -2.5, 1e300], [double.NaN, double.PositiveInfinity, 5e-324]);

    [Fact]
    public void A_matrix_comes_back_from_its_tensor_bit_by_bit()
    {
        using var tensor = Some.ToTensor();
        using var transposed = tensor.t();

        Assert.Equal([2, 3], tensor.shape);
        Assert.Equal(Some.Values.ToArray(), tensor.ToMatrix().Values.ToArray());
        Assert.Equal(Some.T.Values.ToArray(), transposed.ToMatrix().Values.ToArray());
    }

    [Theory]
    [InlineData(new long[] { 3 }, "(1 x 3)")]
    [InlineData(new long[] { }, "(1 x 1)")]
    [InlineData(new long[] { 0, 4 }, "(0 x 4)")]
    public void Vectors_become_rows_and_scalars_a_single_entry(long[] shape, string expected)
    {
        using var tensor = ones(shape);

        Assert.Equal(expected, tensor.ToMatrix().Shape);
    }

    [Fact]
    public void A_tensor_of_three_dimensions_or_of_complex_numbers_is_no_matrix()
    {
        using var scope = NewDisposeScope();

        // As many numbers as (2 x 4) has: it would become that.
        Assert.Contains("(2 x 1 x 4)", Assert.Throws<ShapeException>(() => ones(2, 1, 4).ToMatrix()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ones(2, 2, ScalarType.ComplexFloat64).ToMatrix());
    }

    [Fact]
    public void Autograd_gives_value_and_gradients_and_leaves_no_tensor()
    {
        var before = LiveTensors.Count();
        var (a, b, unused) = (Matrix.FromRow(1, 2), Matrix.FromRow(3, 4), Matrix.FromRow(5));

        (var value, var gradients) = MatrixTensors.Autograd(t => (t[0] * t[1]).sum(), a, b, unused);

        Assert.Equal(11, value);
        Assert.Equal([3, 4], gradients[0].Values.ToArray());
        Assert.Equal([1, 2], gradients[1].Values.ToArray());
        Assert.Equal([0], gradients[2].Values.ToArray());
        Assert.Equal(before, LiveTensors.Count());
    }
}
