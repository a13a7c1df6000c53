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
}
