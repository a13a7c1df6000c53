using CourseLabs.Data.Houses;

namespace CourseLabs.Data.Tests.Houses;

/// <summary>What goes wrong with house-price files, tried on the stand-in's text.</summary>
public sealed class HousePricesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("SaleCondition,SalePrice\n", "Condition,SalePrice\n", "train.csv has no column SaleCondition.")]
    [InlineData("Id,MSSubClass,MSZoning", "Id,MSZoning,MSSubClass", "train.csv has the columns in another order")]
    [InlineData("\n5,", "\n5,1,", "train.csv, row 6: it has 82 fields, and the header has 81 columns.")]
    [InlineData("\n5,", "\nfive,", "train.csv, row 6, column Id: \"five\" is no number.")]
    public void A_file_that_is_not_Kaggle_s_is_an_error_that_names_file_row_and_column(string text, string damage, string says)
    {
        string train = SyntheticHouses.Train();
        Assert.Contains(text, train, StringComparison.Ordinal);

        Assert.Contains(says, Error(train.Replace(text, damage, StringComparison.Ordinal), SyntheticHouses.Test()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_none_does_not_become_a_category_silently()
    {
        string[] lines = SyntheticHouses.Test().Split('\n');
        string[] fields = lines[100].Split(',');
        fields[4] = "large"; // LotArea
        lines[100] = string.Join(',', fields);

        string message = Error(SyntheticHouses.Train(), string.Join('\n', lines));

        Assert.EndsWith("test.csv, row 101, column LotArea: \"large\" is no number.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_price_is_an_error()
    {
        string[] lines = SyntheticHouses.Train().Split('\n');
        lines[7] = lines[7][..(lines[7].LastIndexOf(',') + 1)] + "NA";

        string message = Error(string.Join('\n', lines), SyntheticHouses.Test());

        Assert.Contains("train.csv, row 8, column SalePrice: the price is missing", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_and_one_without_rows_are_errors()
    {
        Assert.Contains("train.csv is empty", Error("", ""), StringComparison.Ordinal);
        Assert.Contains("train.csv has a header and no row", Error(SyntheticHouses.Train().Split('\n')[0], SyntheticHouses.Test()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_submission_is_Kaggle_s_file() // COURSE D10
    {
        HousePrices houses = HousePrices.Synthetic();
        string path = folder["submission.csv"];
        double[] prices = [.. Enumerable.Range(0, 1459).Select(i => 100_000 + i / 4.0)];

        houses.WriteSubmission(path, new double[1459]);
        houses.WriteSubmission(path, prices); // over the first

        string[] lines = File.ReadAllLines(path);
        Assert.Equal(1460, lines.Length);
        Assert.Equal(["Id,SalePrice", "1461,100000", "1462,100000.25"], lines[..3]);
        Assert.Equal(["submission.csv"], folder.Files);
    }

    [Fact]
    public void A_submission_that_cannot_be_right_is_not_written()
    {
        HousePrices houses = HousePrices.Synthetic();
        double[] prices = new double[1459];
        prices[3] = double.NaN;

        Assert.Contains("needs 1459 prices", Error("submission.csv", new double[1460]), StringComparison.Ordinal);
        Assert.Contains("house 1464 is NaN", Error("submission.csv", prices), StringComparison.Ordinal);
        Assert.Contains("cannot be written", Error("none/submission.csv", new double[1459]), StringComparison.Ordinal);
        Assert.Empty(folder.Files);

        string Error(string name, double[] predictions) =>
            Assert.Throws<DataException>(() => houses.WriteSubmission(folder[name], predictions)).Message;
    }

    private string Error(string train, string test)
    {
        string[] paths = [folder.Write("train.csv", train), folder.Write("test.csv", test)];
        return Assert.Throws<DataException>(() => HousePrices.Read(paths[0], paths[1])).Message;
    }
}
