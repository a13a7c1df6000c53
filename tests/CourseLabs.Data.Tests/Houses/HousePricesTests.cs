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
    [InlineData("\n5,", "\n5,1,", "train.csv, line 6: it has 82 fields, and the header has 81 columns.")]
    [InlineData("\n5,", "\nfive,", "train.csv, line 6, column Id: \"five\" is no number.")]
    public void A_file_that_is_not_Kaggle_s_is_an_error_that_names_file_row_and_column(string text, string damage, string says)
    {
        var train = SyntheticHouses.Train();
        Assert.Contains(text, train, StringComparison.Ordinal);

        Assert.Contains(says, Error(train.Replace(text, damage, StringComparison.Ordinal), SyntheticHouses.Test()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_none_does_not_become_a_category_silently()
    {
        var lines = SyntheticHouses.Test().Split('\n');
        var fields = lines[100].Split(',');
        fields[4] = "large"; // LotArea
        lines[100] = string.Join(',', fields);

        var message = Error(SyntheticHouses.Train(), string.Join('\n', lines));

        Assert.EndsWith("test.csv, line 101, column LotArea: \"large\" is no number.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e-300")] // 0 in float32
    [InlineData("1e300")] // infinite in float32
    public void A_price_without_a_logarithm_is_an_error(string price)
    {
        var lines = SyntheticHouses.Train().Split('\n');
        lines[7] = lines[7][..(lines[7].LastIndexOf(',') + 1)] + price;

        var message = Error(string.Join('\n', lines), SyntheticHouses.Test());

        Assert.Contains("train.csv, line 8, column SalePrice: the price is missing", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_and_one_without_rows_are_errors()
    {
        Assert.Contains("train.csv is empty", Error("", ""), StringComparison.Ordinal);
        Assert.Contains("train.csv has a header and no row", Error(SyntheticHouses.Train().Split('\n')[0], SyntheticHouses.Test()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_submission_has_a_price_for_each_test_house() // COURSE D10
    {
        var houses = HousePrices.Synthetic();

        var rows = houses.Submission([.. Enumerable.Range(0, 1459).Select(i => 100_000 + i / 4f)]);

        Assert.Equal(Enumerable.Range(1461, 1459), rows.Select(row => row.Id));
        Assert.Equal([100000, 100000.25f, 100000.5f], rows.Take(3).Select(row => row.Price));
    }

    [Theory]
    [InlineData(1460, 1f, "needs 1459 prices, a test house each, not 1460.")]
    [InlineData(1458, 1f, "needs 1459 prices, a test house each, not 1458.")]
    [InlineData(1459, float.NaN, "house 1464 is NaN")]
    [InlineData(1459, float.PositiveInfinity, "house 1464 is")]
    [InlineData(1459, 0f, "house 1464 is 0: Kaggle scores by logarithms")]
    [InlineData(1459, -2.5f, "house 1464 is -2.5: Kaggle scores by logarithms")]
    public void A_submission_that_Kaggle_would_refuse_is_an_error(int count, float fourth, string says)
    {
        float[] prices = [.. Enumerable.Repeat(1f, count)];
        prices[3] = fourth;

        Assert.Contains(says, Assert.Throws<DataException>(() => HousePrices.Synthetic().Submission(prices)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 8, column Id: \"\" names no house")]
    [InlineData("NA", "line 8, column Id: \"\" names no house")]
    [InlineData("1461.7", "line 8, column Id: \"1461.7\" names no house of its own: it must be a whole number from 1 to 2147483647.")]
    [InlineData("5000000000", "line 8, column Id: \"5000000000\" names no house")]
    [InlineData("-3", "line 8, column Id: \"-3\" names no house")]
    [InlineData("1463", "line 8, column Id: \"1463\" names no house of its own: line 4 has that Id too.")]
    public void An_Id_of_a_test_house_that_Kaggle_could_not_find_is_an_error_with_its_row(string id, string says)
    {
        var lines = SyntheticHouses.Test().Split('\n');
        lines[7] = id + lines[7][lines[7].IndexOf(',', StringComparison.Ordinal)..];

        Assert.Contains($"test.csv, {says}", Error(SyntheticHouses.Train(), string.Join('\n', lines)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_infinite_price_is_told_with_its_place()
    {
        var lines = SyntheticHouses.Train().Split('\n');
        lines[7] = lines[7][..(lines[7].LastIndexOf(',') + 1)] + "Infinity";

        var message = Error(string.Join('\n', lines), SyntheticHouses.Test());

        Assert.EndsWith("train.csv, line 8, column SalePrice: \"Infinity\" is no finite number.", message, StringComparison.Ordinal);
    }

    private string Error(string train, string test)
    {
        string[] paths = [folder.Write("train.csv", train), folder.Write("test.csv", test)];
        return Assert.Throws<DataException>(() => HousePrices.Read(paths[0], paths[1])).Message;
    }
}
