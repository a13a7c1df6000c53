using CourseLabs.Backprop.Tests;

namespace CourseLabs.Matrices.Tests;

public class OperatorTests
{
    private static readonly Matrix X = Matrix.FromRows([1, 2, 3], [4, 5, 6]);

    [Fact]
    public void The_slides_line_for_the_output_delta_is_code()
    {
        var (A3, T) = (Matrix.FromRow(0.6, 0.9), Matrix.FromRow(0.01, 0.99));

        var loss3 = (A3 - T) * A3 * (1 - A3);

        Close.Assert([(0.6 - 0.01) * 0.6 * 0.4, (0.9 - 0.99) * 0.9 * 0.1], loss3.Values, 1e-15);
    }

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(1, int.MaxValue)]
    public void A_matrix_of_more_numbers_than_an_array_can_hold_is_told_by_its_shape(int rows, int columns) => Assert.Contains(
        $"A ({rows} x {columns}) matrix has more numbers than an array can hold.",
        Assert.Throws<ArgumentOutOfRangeException>(() => new Matrix(rows, columns)).Message, StringComparison.Ordinal);

    [Fact]
    public void Operators_work_entry_by_entry()
    {
        var y = Matrix.FromRows([2, 2, 2], [4, 4, 4]);

        Assert.Equal([3, 4, 5, 8, 9, 10], (X + y).Values);
        Assert.Equal([-1, 0, 1, 0, 1, 2], (X - y).Values);
        Assert.Equal([2, 4, 6, 16, 20, 24], (X * y).Values);
        Assert.Equal([0.5, 1, 1.5, 1, 1.25, 1.5], (X / y).Values);
        Assert.Equal([-1, -2, -3, -4, -5, -6], (-X).Values);
        Assert.Equal([1, 4, 9, 16, 25, 36], X.Map(v => v * v).Values);
    }

    [Fact]
    public void A_number_meets_every_entry_on_either_side()
    {
        Assert.Equal([2, 3, 4, 5, 6, 7], (X + 1).Values);
        Assert.Equal([2, 3, 4, 5, 6, 7], (1 + X).Values);
        Assert.Equal([0, 1, 2, 3, 4, 5], (X - 1).Values);
        Assert.Equal([0, -1, -2, -3, -4, -5], (1 - X).Values);
        Assert.Equal([2, 4, 6, 8, 10, 12], (X * 2).Values);
        Assert.Equal([2, 4, 6, 8, 10, 12], (2 * X).Values);
        Assert.Equal([0.5, 1, 1.5, 2, 2.5, 3], (X / 2).Values);
        Assert.Equal([60, 30, 20, 15, 12, 10], (60 / X).Values);
    }

    [Fact]
    public void A_row_a_column_and_a_single_entry_are_broadcast_as_in_NumPy()
    {
        var (row, column) = (Matrix.FromRow(10, 20, 30), Matrix.FromRows([100], [200]));

        Assert.Equal([11, 22, 33, 14, 25, 36], (X + row).Values);
        Assert.Equal([9, 18, 27, 6, 15, 24], (row - X).Values);
        Assert.Equal([101, 102, 103, 204, 205, 206], (X + column).Values);
        Assert.Equal([5, 10, 15, 20, 25, 30], (X * Matrix.FromRow(5)).Values);
        Assert.Equal([110, 120, 130, 210, 220, 230], (row + column).Values);
    }

    [Fact]
    public void In_place_forms_do_what_the_operators_do()
    {
        var y = Matrix.FromRows([2, -2, 3], [4, 0.5, -4]);
        var row = Matrix.FromRow(10, 20, 30);

        Assert.Equal((X + y).Values.ToArray(), InPlace(m => m.AddInPlace(y)));
        Assert.Equal((X + row).Values.ToArray(), InPlace(m => m.AddInPlace(row)));
        Assert.Equal((X + -0.5 * y).Values.ToArray(), InPlace(m => m.AddInPlace(-0.5, y)));
        Assert.Equal((X - y).Values.ToArray(), InPlace(m => m.SubtractInPlace(y)));
        Assert.Equal((X * y).Values.ToArray(), InPlace(m => m.MultiplyInPlace(y)));
        Assert.Equal((X * 3).Values.ToArray(), InPlace(m => m.MultiplyInPlace(3)));
    }

    [Fact]
    public void Sums_go_over_rows_over_columns_and_over_all()
    {
        Assert.Equal([5, 7, 9], X.SumOfRows().Values);
        Assert.Equal("(1 x 3)", X.SumOfRows().Shape);
        Assert.Equal([6, 15], X.SumOfColumns().Values);
        Assert.Equal("(2 x 1)", X.SumOfColumns().Shape);
        Assert.Equal(21, X.Sum());
        Assert.Equal(Math.Sqrt(91), X.Norm, 14);
        Assert.Equal(2, X.IndexOfMax(1));
        Assert.Equal(0, new Matrix(0, 3).Sum());
    }

    [Fact]
    public void Shapes_that_do_not_go_together_are_both_named()
    {
        var other = new Matrix(3, 2);

        var message = Assert.Throws<ShapeException>(() => X + other).Message;

        Assert.Equal("(2 x 3) + (3 x 2): the shapes must be the same, or a size of 1 where they differ.", message);
        foreach (var wrong in new Action<Matrix>[]
        {
            m => _ = m - other, m => _ = m * other, m => _ = m / other, m => m.AddInPlace(other), m => m.AddInPlace(2, other),
            m => m.SubtractInPlace(other), m => m.MultiplyInPlace(other), m => m.CopyFrom(other), m => _ = m.Dot(m),
            m => _ = m.TransposeDot(other), m => _ = m.DotTranspose(other),
        })
        {
            var text = Assert.Throws<ShapeException>(() => wrong(X)).Message;
            Assert.Contains("(2 x 3)", text, StringComparison.Ordinal);
            Assert.Matches(@"\((3 x 2|2 x 3)\).*\((3 x 2|2 x 3)\)", text);
        }
    }

    [Fact]
    public void A_matrix_is_made_of_its_rows_and_owns_them()
    {
        double[] row = [1, 2];
        var m = Matrix.FromRows(row, [3, 4]);
        var copy = m.Copy();
        row[0] = 99;
        m[1, 1] = 5;

        Assert.Equal([1, 2, 3, 5], m.Values);
        Assert.Equal([1, 2, 3, 4], copy.Values);
        Assert.Equal("(2 x 2) [[1, 2], [3, 5]]", m.ToString());
        Assert.Equal("(20 x 20)", new Matrix(20, 20).ToString());
        Assert.Throws<ShapeException>(() => Matrix.FromRows([1, 2], [3]));
        Assert.Throws<ShapeException>(() => Matrix.FromValues(2, 2, 1, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => m[0, 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Matrix(-1, 2));
    }

    private static double[] InPlace(Action<Matrix> change)
    {
        var copy = X.Copy();
        change(copy);
        return copy.Values.ToArray();
    }

    [Theory]
    [InlineData(3e200, 4e200, 5e200)]
    [InlineData(3e-200, -4e-200, 5e-200)]
    [InlineData(3 * double.Epsilon, 4 * double.Epsilon, 5 * double.Epsilon)]
    [InlineData(1e308, 1e308, 1.4142135623730951e308)]
    [InlineData(1.7e308, 1.7e308, double.PositiveInfinity)] // 2.4e308 is beyond float64
    [InlineData(0, 0, 0)]
    [InlineData(1, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(1e200, double.NaN, double.NaN)]
    public void The_norm_neither_overflows_nor_vanishes(double x, double y, double norm) =>
        Assert.Equal(norm, Matrix.FromRow(x, y).Norm, (a, b) => a.Equals(b) || Math.Abs(a - b) <= 1e-15 * a);
}
