using System.IO.Compression;
using System.Text;
using CourseLabs.Data.Frames;

namespace CourseLabs.Data.Tests.Frames;

public sealed class CsvFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "is empty: it has no header.")]
    [InlineData("a,b\n1,2\n3\n", ", line 3: it has 1 fields, and the header has 2 columns.")]
    [InlineData("a,b\n1,2\n3,4,5\n", ", line 3: it has 3 fields, and the header has 2 columns.")]
    [InlineData("a,a\n1,2\n", ": two columns of its header are called \"a\".")]
    [InlineData("a,b\n1,\"2\n3,4\n", ", line 2: ")]
    public void What_does_not_fit_is_an_error_that_names_file_and_row(string csv, string says)
    {
        var path = folder.Write("table.csv", csv);

        var message = Assert.Throws<DataException>(() => CsvFile.Read(path)).Message;

        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_that_names_it() =>
        Assert.Contains(folder["none.csv"], Assert.Throws<DataException>(() => CsvFile.Read(folder["none.csv"])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_that_is_none_is_told_with_its_row_and_column()
    {
        var frame = CsvFile.Read(folder.Write("table.csv", "a,b\n1,2\n3,four\n"));

        Assert.Equal([1, 3], frame.Numbers("a"));
        Assert.EndsWith("table.csv, line 3, column b: \"four\" is no number.", Assert.Throws<DataException>(() => frame.Numbers("b")).Message, StringComparison.Ordinal);
        Assert.EndsWith("table.csv has no column c.", Assert.Throws<DataException>(() => frame.Numbers("c")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Infinity")]
    [InlineData("-infinity")]
    [InlineData("inf")]
    [InlineData("+INF")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    public void A_number_that_is_not_finite_is_an_error_with_its_row_and_column(string value)
    {
        var error = Assert.Throws<DataException>(() => CsvFile.Parse($"a,b\n1,2\n3,{value}\n", "table.csv"));

        Assert.Equal($"table.csv, line 3, column b: \"{value}\" is no finite number.", error.Message);
    }

    [Fact]
    public void Texts_may_say_infinity_and_NAN()
    {
        var frame = CsvFile.Parse("a,b\ninf,1\nx,NAN\n", "table.csv");

        Assert.Equal(["inf", "x"], Enumerable.Range(0, 2).Select(row => frame["a"][row]));
        Assert.False(frame["b"].IsNumeric); // pandas 1.5.3 does not take NAN for missing, nor for a number
    }

    [Theory]
    [InlineData("a,b\n\n\n1,2\n3\n", "line 5: it has 1 fields")] // after empty lines
    [InlineData("a,b\r\n\r\n\"x\r\ny\",2\r\n3\r\n", "line 5: it has 1 fields")] // after a field of two lines
    [InlineData("a,b\n\n1,\"2\n3,4\n", "line 3: ")] // a quote that is never closed opens there
    [InlineData("a,b\n\n1,1e999\n", "line 3, column b: \"1e999\" is no finite number")]
    public void An_error_names_the_file_s_line(string csv, string says) =>
        Assert.StartsWith(
            $"table.csv, {says}", Assert.Throws<DataException>(() => CsvFile.Parse(csv, "table.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_joined_row_keeps_its_line()
    {
        DataFrame above = CsvFile.Parse("a\n1\n", "above"), below = CsvFile.Parse("a\n\n\"two\"\n", "below");

        var error = Assert.Throws<DataException>(() => DataFrame.Concat(above, below).Numbers("a"));

        Assert.Equal("above with below, line 3, column a: \"two\" is no number.", error.Message);
    }

    [Fact]
    public void A_table_packed_with_gzip_is_read()
    {
        Assert.Equal([1], CsvFile.Read(folder.Write("table.csv", Gzip("a\n1\n"u8))).Numbers("a"));
        Assert.Equal([1], CsvFile.Read(folder.Write("table.csv", Gzip([0xef, 0xbb, 0xbf, .. "a\n1\n"u8]))).Numbers("a"));
    }

    private static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    public static TheoryData<byte[], string> OtherForms => new()
    {
        { [.. "a\n"u8, 0xb0, 0xa1, .. "\n"u8], " is not in UTF-8" }, // a syllable in CP949
        { [.. "a\n"u8, 0xe9, .. "\n"u8], " is not in UTF-8" }, // e with an accent in Latin-1
        { [0xff, 0xfe, .. Encoding.Unicode.GetBytes("a\n1\n")], " is in UTF-16" },
        { Encoding.Unicode.GetBytes("a\n1\n"), " is in UTF-16" }, // without a mark
        { Encoding.BigEndianUnicode.GetBytes("a\n1\n"), " is in UTF-16" },
        { [.. "PK"u8, 3, 4, 20, 0], " is a zip archive" },
        { [.. "PK"u8, 5, 6, .. new byte[18]], " is a zip archive with nothing in it" },
        { Gzip("a\n1\n"u8), " is packed with gzip twice" },
        { [.. "BZh91AY&SY"u8], " is packed with bzip2" },
        { [0xfd, .. "7zXZ"u8, 0], " is packed with xz" },
        { [.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c], " is packed with 7-Zip" },
        { [0x28, 0xb5, 0x2f, 0xfd, 4], " is packed with Zstandard" },
        { [.. "<!doctype html>\n<html></html>\n"u8], " is a web page" },
        { [.. "a\n1\n2"u8, 0, .. "\n3\n"u8], ", line 3: there is a NUL byte" }, // .NET reads 2 and a NUL as 2
    };

    [Theory]
    [MemberData(nameof(OtherForms))]
    public void Another_container_or_encoding_is_told_by_name_also_within_gzip(byte[] content, string says)
    {
        if (!says.Contains("gzip", StringComparison.Ordinal))
            Assert.StartsWith(folder["table.csv"] + says, Error(content), StringComparison.Ordinal);
        Assert.StartsWith(folder["table.csv"] + says, Error(Gzip(content)), StringComparison.Ordinal);

        string Error(byte[] written) => Assert.Throws<DataException>(() => CsvFile.Read(folder.Write("table.csv", written))).Message;
    }

    [Fact]
    public void Two_gzip_files_in_one_are_told_and_not_half_read()
    {
        byte[] two = [.. Gzip("a\n1\n"u8), .. Gzip("2\n3\n4\n"u8)];

        Assert.Contains(
            "is not one gzip file alone", Assert.Throws<DataException>(() => CsvFile.Read(folder.Write("table.csv", two))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Id;LotArea\n1;8450,5\n", "\";\"")]
    [InlineData("Id;LotArea\n1;8450\n", "\";\"")]
    [InlineData("Id\tLotArea\n1\t8450\n", "tabs")]
    public void Another_separator_than_a_comma_is_told_as_the_cause(string csv, string separator) => Assert.Equal(
        $"table.csv has {separator} between its fields; it must have commas there, and points in its numbers.",
        Assert.Throws<DataException>(() => CsvFile.Parse(csv, "table.csv")).Message);

    [Fact]
    public void A_whole_number_is_shown_with_all_its_digits_as_pandas_int64() => Assert.Equal(
        ["9007199254740993", "-9223372036854775808", "7"], // 2^53 + 1 is no float64
        CsvFile.Parse("a\n9007199254740993\n-9223372036854775808\n7\n", "table.csv").Preview(3, 0).Select(row => row[0]));

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        var frame = CsvFile.Read(folder.Write("table.csv", "\uFEFFa,b\r\n1,x\r\n2,y\r\n"));

        Assert.Equal([1, 2], frame.Numbers("a"));
        Assert.Equal("y", frame["b"][1]);
    }

    [Fact]
    public void Tables_are_joined_by_the_names_of_their_columns()
    {
        DataFrame above = CsvFile.Parse("Id,a,b\n1,2,x\n", "above"), below = CsvFile.Parse("Id,a,b\n2,NA,y\n3,7,\n", "below");

        var joined = DataFrame.Concat(above[1..], below[1..]);

        Assert.Equal((3, 2), joined.Shape);
        Assert.Equal([2, double.NaN, 7], joined.Numbers("a"));
        Assert.Equal(["x", "y", null], Enumerable.Range(0, 3).Select(row => joined["b"][row]));
        Assert.Equal("below has no column b, which above has.", Assert.Throws<DataException>(() => DataFrame.Concat(above, below[..2])).Message);
        Assert.Equal("above has no column b, which below has.", Assert.Throws<DataException>(() => DataFrame.Concat(above[..2], below)).Message);
    }
}
