using CourseLabs.Data.Frames;

namespace CourseLabs.Data.Tests.Frames;

public sealed class FeatureEncoderTests
{
    public static TheoryData<string> Tables => [.. FrameCase.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Features_are_pandas_(string table)
    {
        var peer = FrameCase.All.Single(c => c.Name == table);

        var features = FeatureEncoder.Fit(peer.Read()).Transform(peer.Read());

        Assert.Equal(peer.Columns, features.Names);
        Assert.Equal(peer.Values.Length, features.Values.Length);
        Assert.All(peer.Values.Zip(features.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Values_are_shown_as_pandas_shows_them(string table)
    {
        var peer = FrameCase.All.Single(c => c.Name == table);

        var shown = peer.Read().Preview(peer.Shown.Length, [.. Enumerable.Range(0, peer.Read().Columns.Count)]);

        // pandas' list has nan where its printed table has NaN.
        Assert.Equal(peer.Shown.Select(row => row.Select(v => v == "nan" ? "NaN" : v)), shown);
    }

    [Fact]
    public void What_is_fitted_on_some_rows_is_applied_to_all()
    {
        var frame = CsvFile.Parse("x,s\n1,a\n3,b\n100,c\n,a\n", "table");

        var features = FeatureEncoder.Fit(frame, [0, 1]).Transform(frame);

        // mean 2, standard deviation sqrt(2) over n - 1; c was not seen, so no column is its own
        Assert.Equal(["x", "s_a", "s_b", "s_nan"], features.Names);
        var unit = 1 / Math.Sqrt(2);
        Assert.Equal([-unit, 1, 0, 0, unit, 0, 1, 0, 98 * unit, 0, 0, 0, 0, 1, 0, 0], features.Values, (a, b) => Math.Abs(a - b) < 1e-13);
    }

    [Fact]
    public void A_column_that_does_not_vary_in_the_fitted_rows_is_zero_everywhere()
    {
        var frame = CsvFile.Parse("x,y\n5,1\n5,2\n9,3\n", "table");

        var features = FeatureEncoder.Fit(frame, [0, 1]).Transform(frame);

        Assert.Equal([0, 0, 0], Enumerable.Range(0, 3).Select(row => features[row, 0]));
    }

    [Theory]
    [InlineData("0.1", 10)]
    [InlineData("14.62", 1000)]
    [InlineData("-1e300", 7)]
    [InlineData("1e-300", 7)]
    public void A_column_of_one_value_is_zero_however_its_mean_is_rounded(string value, int rows)
    {
        var frame = CsvFile.Parse("x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"{value},{row}\n")), "table");

        var features = FeatureEncoder.Fit(frame).Transform(frame);

        Assert.All(Enumerable.Range(0, rows), row => Assert.Equal(0, features[row, 0]));
    }

    [Theory]
    [InlineData("1e300", "3e300")]
    [InlineData("-1.7e308", "1.7e308")]
    [InlineData("1e-300", "3e-300")]
    [InlineData("1000000000000000", "1000000000000001")]
    public void Two_values_are_standardized_alike_at_any_size(string low, string high)
    {
        var frame = CsvFile.Parse($"x,y\n{low},1\n{high},2\n", "table");

        // mathematics: two values lie half their distance d from the mean, and their deviation over n - 1 is d / sqrt(2)
        var features = FeatureEncoder.Fit(frame).Transform(frame);

        Assert.Equal(-Math.Sqrt(0.5), features[0, 0], 1e-15);
        Assert.Equal(Math.Sqrt(0.5), features[1, 0], 1e-15);
    }

    [Theory]
    [InlineData("0.1", "0.10000000000000002")]
    [InlineData("10000000000000000", "10000000000000002")]
    [InlineData("-1e300", "-1.0000000000000002e300")]
    public void Values_that_differ_in_their_last_digit_alone_are_standardized_as_any_others(string twice, string once)
    {
        var frame = CsvFile.Parse($"x,y\n{twice},1\n{once},2\n{twice},3\n", "table");

        // mathematics: of 0, d, 0 the mean is d / 3 and the deviation over n - 1 is d / sqrt(3)
        var features = FeatureEncoder.Fit(frame).Transform(frame);
        var sign = twice[0] == '-' ? -1 : 1;
        double[] expected = [-sign / Math.Sqrt(3), 2 * sign / Math.Sqrt(3), -sign / Math.Sqrt(3)];
        Assert.All(expected.Index(), row => Assert.Equal(row.Item, features[row.Index, 0], 1e-15));
    }

    [Fact]
    public void A_table_without_columns_has_no_features()
    {
        var none = CsvFile.Parse("x\n1\n", "table")[1..];

        Assert.Equal((0, 0), (FeatureEncoder.Fit(none).Transform(none).Rows, FeatureEncoder.Fit(none).Transform(none).Columns));
    }

    [Fact]
    public void True_and_False_are_standardized_as_1_and_0_like_pandas_bool()
    {
        var frame = CsvFile.Parse("x,y\nTrue,true\nFalse,\nTRUE,false\n", "table");

        var features = FeatureEncoder.Fit(frame).Transform(frame);

        // mathematics: of 1, 0, 1 the mean is 2/3 and the deviation over n - 1 is 1 / sqrt(3). With a missing value pandas has objects.
        Assert.Equal(["x", "y_false", "y_true", "y_nan"], features.Names);
        double[] expected = [1 / Math.Sqrt(3), -2 / Math.Sqrt(3), 1 / Math.Sqrt(3)];
        Assert.All(expected.Index(), row => Assert.Equal(row.Item, features[row.Index, 0], 1e-15));
        Assert.Equal("True False True", string.Join(' ', frame.Preview(3, 0).Select(row => row[0])));
    }

    [Theory]
    [InlineData("True\nFalse\n", true)]
    [InlineData("1\n0\n", false)]
    [InlineData("True\n\"\"\n", false)]
    public void A_bool_column_stays_one_only_above_another(string below, bool isNumeric)
    {
        DataFrame above = CsvFile.Parse("x\nTrue\n", "above"), other = CsvFile.Parse("x\n" + below, "below");

        Assert.Equal(isNumeric, DataFrame.Concat(above, other)["x"].IsNumeric);
    }

    [Fact]
    public void A_text_where_numbers_were_fitted_is_an_error_with_its_place()
    {
        DataFrame fitted = CsvFile.Parse("x\n1\n2\n", "a.csv"), other = CsvFile.Parse("x\n1\nmany\n", "b.csv");

        var error = Assert.Throws<DataException>(() => FeatureEncoder.Fit(fitted).Transform(other));

        Assert.Equal("b.csv, line 3, column x: \"many\" is no number.", error.Message);
    }

    [Fact]
    public void Rows_are_taken_by_range_or_by_list()
    {
        var matrix = new FeatureMatrix(["a", "b"], [1, 2, 3, 4, 5, 6]);

        Assert.Equal([3, 4, 5, 6], matrix.Take(1..).Values);
        Assert.Equal([5, 6, 1, 2], matrix.Take([2, 0]).Values);
        Assert.Equal((21, 21, 91), (matrix.Sum, matrix.SumOfAbsolutes, matrix.SumOfSquares));
    }
}
