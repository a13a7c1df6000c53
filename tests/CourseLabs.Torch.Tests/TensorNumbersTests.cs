using CourseLabs.Tests;
using static TorchSharp.torch;

namespace CourseLabs.Torch.Tests;

public sealed class TensorNumbersTests
{
    [Fact]
    public void Floats_stand_row_after_row_whatever_the_type_and_layout()
    {
        var before = LiveTensors.Count();
        using (NewDisposeScope())
        {
            var numbers = tensor(new long[] { 1, 2, 3, 4, 5, 6 }, [3, 2]);

            Assert.Equal([1, 3, 5, 2, 4, 6], numbers.t().Floats());
            Assert.Equal([1, 2, 3, 4, 5, 6], numbers.to(ScalarType.Float64).requires_grad_().Floats());
        }

        Assert.Equal(before, LiveTensors.Count());
    }

    [Theory]
    [InlineData(3e30f, 4e30f, 5e30)]
    [InlineData(3e-30f, 4e-30f, 5e-30)]
    public void The_norm_neither_overflows_nor_vanishes(float x, float y, double norm)
    {
        using var vector = tensor(new[] { x, y });

        Assert.InRange(vector.NormInFloat64(), norm * (1 - 1e-6), norm * (1 + 1e-6));
    }

    [Theory]
    [InlineData(3e200, 4e200, 5e200)]
    [InlineData(-3e-200, 4e-200, 5e-200)]
    [InlineData(0, 0, 0)]
    [InlineData(1, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(1e200, double.NaN, double.NaN)]
    public void The_norm_of_float64_neither_overflows_nor_vanishes(double x, double y, double norm)
    {
        using var vector = tensor(new[] { x, y });

        Assert.Equal(norm, vector.NormInFloat64(), (a, b) => a.Equals(b) || Math.Abs(a - b) <= 1e-15 * a);
    }
}
