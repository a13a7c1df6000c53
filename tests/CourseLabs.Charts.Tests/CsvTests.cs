using System.Globalization;
using System.Text;
using FsCheck.Fluent;

namespace CourseLabs.Charts.Tests;

public class CsvTests
{
    [Fact]
    public void A_single_series_has_two_columns_named_after_the_axes() =>
        Assert.Equal(
            "epoch,loss\n0,619.4052734375\n1,NaN\n",
            new Chart("t") { X = Axis.Linear("epoch"), Y = Axis.Log("loss") }.Line("training", [619.4052734375, double.NaN]).ToCsv());

    [Fact]
    public void Several_series_stand_one_after_the_other_with_their_names() =>
        Assert.Equal(
            "series,x,\"loss, \"\"L1\"\"\"\n\"a, b\",0,1\nc,2.5,-3\n",
            new Chart("t") { Y = Axis.Linear("loss, \"L1\"") }.Line("a, b", [1]).Scatter("c", [2.5], [-3]).ToCsv());

    [Fact]
    public void Every_number_and_name_reads_back_as_it_was() =>
        Any.Holds(Any.Chart, chart =>
        {
            var several = chart.Series.Count + chart.References.Count + chart.Surfaces.Count > 1;
            if (chart.Series.Count == 0)
                return;
            var expected = chart.Series.SelectMany(s => s.Xs.Zip(s.Ys, (x, y) => (s.Name, Bits(x), Bits(y))));
            var actual = Read(chart.ToCsv()).Skip(1).Take(chart.Series.Sum(s => s.Xs.Count)).Select(row => several
                ? (row[0], Bits(Parse(row[1])), Bits(Parse(row[2])))
                : (chart.Series[0].Name, Bits(Parse(row[0])), Bits(Parse(row[1]))));
            Assert.Equal(expected, actual);
        });

    [Fact]
    public void A_reference_leaves_a_column_empty_and_a_grid_adds_one() =>
        Assert.Equal(
            "series,x,y,value\na,1,2,\nhere,0.5,,\n,,3,\nloss,0,10,1\nloss,1,10,2\nloss,0,20,3\nloss,1,20,NaN\n",
            new Chart("t").Contours("loss", new Grid([0, 1], [10, 20], new[,] { { 1, 2 }, { 3, double.NaN } }), 2)
                .VerticalLine(0.5, "here").HorizontalLine(3).Scatter("a", [1], [2]).ToCsv());

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    // A reader of RFC 4180, apart from the writer: fields in quotes may hold anything, a doubled quote is one.
    private static IEnumerable<List<string>> Read(string csv)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                field.Append(csv[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
                field.Append(c);
        }
    }
}
