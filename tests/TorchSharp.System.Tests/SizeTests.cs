using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class SizeTests
{
    [Theory]
    [InlineData(0, 2, new long[] { 5, 6 }), InlineData(1, -1, new long[] { 6, 7 }), InlineData(-2, 4, new long[] { 7, 8 }), InlineData(-2, 0, new long[0])]
    public void A_slice_counts_negative_bounds_from_the_end(int first, int next, long[] expected) =>
        Assert.Equal(expected, new Size([5, 6, 7, 8]).Slice(first, next).Shape);
}
