namespace CourseLabs.Examples.Tests;

public sealed class TableTests
{
    [Theory]
    [InlineData(0, 0, "numbers")]
    [InlineData(100, 100, "numbers")]
    [InlineData(101, 10, "numbers (the first of 101 rows)")]
    public void Of_a_long_table_the_first_rows_are_shown(int count, int shown, string caption)
    {
        var table = new Table("numbers", "numbers", ["n"], [.. Enumerable.Range(0, count).Select(n => (string[])[$"{n}"])]);

        Assert.Equal(Enumerable.Range(0, shown).Select(n => $"{n}"), table.ShownRows.Select(row => row[0]));
        Assert.Equal(shown, table.ToHtml().Split("<td>").Length - 1);
        Assert.Contains($"<caption>{caption}</caption>", table.ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1 2 3")]
    public void A_row_with_more_cells_or_fewer_than_columns_is_an_error(string row)
    {
        var error = Assert.Throws<ArgumentException>(() => new Table("t", "t", ["a", "b"], [["1", "2"], row.Split(' ')]));

        Assert.StartsWith($"Row 2 of the table \"t\" has {row.Split(' ').Length} cells, and there are 2 columns.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_an_item_has_its_numbers_as_the_shortest_text_that_reads_back()
    {
        var table = Table.Of(
            "t", "t", new[] { (Name: "a", X: 0.1f), (Name: "b", X: 0.005f) },
            ("name", i => i.Name), ("x", i => i.X), ("twice", i => 2 * (double)i.X), ("small", i => i.X < 0.01));

        Assert.Equal(["name", "x", "twice", "small"], table.Columns);
        Assert.Equal(["a", "0.1", "0.20000000298023224", "no"], table.Rows[0]);
        Assert.Equal(["b", "0.005", "0.009999999776482582", "yes"], table.Rows[1]);
    }
}
