using System.Text.Json;
using CourseLabs.Data.Frames;
using CourseLabs.Data.Houses;
using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Tests.Houses;

/// <summary>The real files beside what pandas makes of them: Peers/house_features.json.</summary>
public sealed class RealHousesTests
{
    private const string TrainFile = "kaggle_house_train", TestFile = "kaggle_house_test";

    private static readonly JsonElement Peer = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", "house_features.json"))).RootElement;

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_preview_is_the_slide_s() // COURSE D8
    {
        var houses = HousePrices.Load(new DataHub());

        Assert.False(houses.IsSynthetic);
        Assert.Equal((1460, 81), houses.Train.Shape);
        Assert.Equal((1459, 80), houses.Test.Shape);
        Assert.Equal(
            [
                ["1", "60", "RL", "65.0", "WD", "Normal", "208500"],
                ["2", "20", "RL", "80.0", "WD", "Normal", "181500"],
                ["3", "60", "RL", "68.0", "WD", "Normal", "223500"],
                ["4", "70", "RL", "60.0", "WD", "Abnorml", "140000"],
            ],
            houses.Train.Preview(4, 0, 1, 2, 3, -3, -2, -1));
    }

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_features_are_pandas_column_by_column()
    {
        var all = HousePrices.Load(new DataHub()).Features;

        var encoder = FeatureEncoder.Fit(all);
        var features = encoder.Transform(all);

        Assert.Equal((Peer.GetProperty("rows").GetInt32(), 331), (features.Rows, features.Columns));
        Assert.Equal((36, 43), (encoder.NumericColumns, encoder.CategoricalColumns));
        Assert.Equal(Peer.GetProperty("columns").EnumerateArray().Select(c => c.GetString()), features.Names);
        Assert.Equal(125517, features.Sum, 1e-6); // COURSE D8: 2919 * 43 ones, and standardized columns sum to 0
        Assert.Equal(229887, features.SumOfSquares, 1e-6);
        Assert.Equal(Peer.GetProperty("sum of absolutes").GetDouble(), features.SumOfAbsolutes, 1e-6);
        Same("column sums", (value, row) => value);
        Same("column sums of squares", (value, row) => value * value);
        Same("column sums weighted by row", (value, row) => value * (row + 1));

        void Same(string figure, Func<double, int, double> term)
        {
            double[] expected = [.. Peer.GetProperty(figure).EnumerateArray().Select(e => e.GetDouble())];
            for (var column = 0; column < expected.Length; column++)
            {
                var actual = Enumerable.Range(0, features.Rows).Sum(row => term(features[row, column], row));
                var isSame = Math.Abs(actual - expected[column]) <= 1e-8 * Math.Max(1, Math.Abs(expected[column]));
                Assert.True(isSame, $"{figure}, {features.Names[column]}: {actual}, not {expected[column]}");
            }
        }
    }
}
