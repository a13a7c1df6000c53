using CourseLabs.Backprop.Tests;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CourseLabs.Matrices.Tests;

public class ProductTests
{
    [Fact]
    public void A_chain_of_products_has_the_outer_shape_of_the_slide()
    {
        var product = new Matrix(3, 4).Dot(new Matrix(4, 4)).Dot(new Matrix(4, 2));

        Assert.Equal("(3 x 2)", product.Shape);
    }

    [Fact]
    public void A_mismatch_says_which_shapes_met()
    {
        var message = Assert.Throws<ShapeException>(() => new Matrix(3, 4).Dot(new Matrix(5, 2))).Message;

        Assert.Equal("AB with A (3 x 4) and B (5 x 2): inner sizes of 4 and 5 do not match.", message);
    }

    [Fact]
    public void A_small_product_is_right()
    {
        var a = Matrix.FromRows([1, 2], [3, 4], [5, 6]);
        var b = Matrix.FromRows([1, 0, 2], [0, 1, 3]);

        Assert.Equal([1, 2, 8, 3, 4, 18, 5, 6, 28], a.Dot(b).Values);
        Assert.Equal([1, 3, 5, 2, 4, 6], a.T.Values);
    }

    // Sizes on both sides of every threshold: rows by rows or packed, part tiles, several blocks.
    [Property(MaxTest = 200)]
    public Property All_three_products_equal_the_definition_for_any_shape()
    {
        var shapes =
            from m in Any.Size(120) from n in Any.Size(40) from k in Any.Size(300) from seed in Gen.Choose(0, 1 << 20)
            select (m, n, k, seed);
        return Prop.ForAll(shapes.ToArbitrary(), s => AssertProducts(s.m, s.n, s.k, s.seed));
    }

    [Theory]
    [InlineData(1, 100, 784)]
    [InlineData(784, 100, 1)]
    [InlineData(1, 96, 50)] // one strip of 512-bit vectors, two with and without a rest
    [InlineData(3, 192, 50)]
    [InlineData(1, 203, 50)]
    [InlineData(50, 203, 1)]
    [InlineData(100, 7, 600)]
    [InlineData(7, 1030, 260)]
    [InlineData(200, 1100, 12)]
    [InlineData(6, 8, 256)]
    public void Products_over_several_blocks_equal_the_definition(int m, int n, int k) => AssertProducts(m, n, k, 1);

    [Fact]
    public void A_product_is_added_to_what_is_there()
    {
        var (a, b, w) = (Any.Normal(3, 50, 1), Any.Normal(3, 40, 2), Any.Normal(50, 40, 3));
        var expected = w + -0.3 * a.T.Dot(b);

        w.AddTransposeDot(-0.3, a, b);

        Close.Assert(expected, w, 1e-14);
    }

    [Fact]
    public void A_product_overwrites_also_what_is_not_a_number()
    {
        var target = Matrix.Filled(2, 2, double.NaN);

        target.SetDot(Matrix.FromRows([1, 0], [0, 1]), Matrix.FromRows([1, 2], [3, 4]));

        Assert.Equal([1, 2, 3, 4], target.Values);
    }

    [Theory]
    [InlineData(1, 5, 3)]
    [InlineData(40, 30, 50)]
    public void A_NaN_spreads_over_its_row_and_no_further(int m, int n, int k)
    {
        var a = Any.Normal(m, k, 1);
        a[m / 2, k - 1] = double.NaN;

        var product = a.Dot(Any.Normal(k, n, 2));

        for (var i = 0; i < m; i++)
            Assert.All(product.Row(i).ToArray(), v => Assert.Equal(i == m / 2, double.IsNaN(v)));
    }

    [Fact]
    public void Empty_products_are_empty_or_zero()
    {
        Assert.Equal("(0 x 2)", new Matrix(0, 3).Dot(new Matrix(3, 2)).Shape);
        Assert.Equal([0, 0, 0, 0], new Matrix(2, 0).Dot(new Matrix(0, 2)).Values);
    }

    [Fact]
    public void A_product_cannot_overwrite_what_it_reads()
    {
        var a = new Matrix(2, 2);

        Assert.Throws<ArgumentException>(() => a.SetDot(a, new Matrix(2, 2)));
        Assert.Throws<ShapeException>(() => a.SetDot(new Matrix(2, 3), new Matrix(3, 3)));
    }

    private static void AssertProducts(int m, int n, int k, int seed)
    {
        var (a, b) = (Any.Normal(m, k, seed), Any.Normal(k, n, seed + 1));
        var expected = new Matrix(m, n);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var p = 0; p < k; p++)
                    expected[i, j] += a[i, p] * b[p, j];
            }
        }

        Close.Assert(expected, a.Dot(b));
        Close.Assert(expected, a.T.TransposeDot(b));
        Close.Assert(expected, a.DotTranspose(b.T));
    }
}
