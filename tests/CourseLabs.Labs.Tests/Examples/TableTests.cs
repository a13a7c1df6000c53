using CourseLabs.Labs.Examples;

namespace CourseLabs.Labs.Tests.Examples;

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
}
