using CsvHelper;

namespace CourseLabs.Plots.Tests;

public class CsvTests
{
    [Fact]
    public void A_single_series_has_two_columns_named_after_the_axes() =>
        Assert.Equal(
            "epoch,loss\n0,619.4052734375\n1,NaN\n",
            new Plot("t", "epoch", "loss", logY: true).Line("training", [619.4052734375, double.NaN]).ToCsv());

    [Fact]
    public void Several_series_stand_one_after_the_other_with_their_names() =>
        Assert.Equal(
            "series,x,\"loss, \"\"L1\"\"\"\n\"a, b\",0,1\nc,2.5,-3\n",
            new Plot("t", y: "loss, \"L1\"").Line("a, b", [1]).Scatter("c", [2.5], [-3]).ToCsv());

    [Theory]
    [InlineData("loss", "loss", "x,y")]
    [InlineData("y", "", "x,y")]
    [InlineData("series", "loss", "series,loss")] // one series, so no column of that name
    public void No_two_columns_have_the_same_name(string x, string y, string heads) =>
        Assert.StartsWith(heads + "\n", new Plot("t", x, y).Line("a", [1]).ToCsv(), StringComparison.Ordinal);

    [Fact]
    public void An_axis_that_is_called_as_a_column_of_the_file_is_called_x_there() =>
        Assert.StartsWith("series,x,y\n", new Plot("t", "series", "loss").Line("a", [1]).Line("b", [1]).ToCsv(), StringComparison.Ordinal);

    [Fact]
    public void A_reference_leaves_a_column_empty_and_a_grid_adds_one() =>
        Assert.Equal(
            "series,x,y,value\nhere,0.5,,\nthere,,3,\na,1,2,\nloss,0,10,1\nloss,1,10,2\nloss,0,20,3\nloss,1,20,NaN\n",
            new Plot("t").Contours("loss", new Grid([0, 1], [10, 20], new[,] { { 1, 2 }, { 3, double.NaN } }), 2)
                .VerticalLine(0.5, "here").HorizontalLine(3, "there").Scatter("a", [1], [2]).ToCsv());

    [Fact]
    public void Every_number_and_name_reads_back_as_it_was() =>
        Any.Holds(Any.Plot, plot =>
        {
            var expected = plot.Series.SelectMany(s => s.Xs.Zip(s.Ys, (x, y) => (plot.Series.Count > 1 ? s.Name : "", x, y))).ToList();
            Assert.Equal(expected, Read(plot.ToCsv(), named: plot.Series.Count > 1));
        }, 200);

    private static List<(string, double, double)> Read(string text, bool named)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions());
        var rows = new List<(string, double, double)>();
        while (csv.Read())
            rows.Add(named ? (csv.GetString(0), Number(1), Number(2)) : ("", Number(0), Number(1)));
        return rows;

        double Number(int field) => double.Parse(csv.GetString(field), System.Globalization.CultureInfo.InvariantCulture);
    }
}
