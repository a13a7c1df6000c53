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
            var several = chart.Series.Count > 1;
            var expected = chart.Series.SelectMany(s => s.Xs.Zip(s.Ys, (x, y) => (s.Name, Bits(x), Bits(y))));
            var actual = Read(chart.ToCsv()).Skip(1).Select(row => several
                ? (row[0], Bits(Parse(row[1])), Bits(Parse(row[2])))
                : (chart.Series[0].Name, Bits(Parse(row[0])), Bits(Parse(row[1]))));
            Assert.Equal(expected, actual);
        });

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
