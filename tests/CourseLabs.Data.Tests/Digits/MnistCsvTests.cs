using System.IO.Compression;
using System.Text;
using CourseLabs.Data.Digits;

namespace CourseLabs.Data.Tests.Digits;

public sealed class MnistCsvTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Rows_are_a_label_and_784_pixels(string lineEnd)
    {
        int[] first = [7, .. Enumerable.Range(0, 784).Select(i => i % 256)], second = new int[785];
        var path = folder.Write("mnist.csv", string.Join(',', first) + lineEnd + string.Join(',', second) + lineEnd);

        var digits = MnistCsv.Read(path);

        Assert.Equal((2, 28, 28), (digits.Count, digits.Height, digits.Width));
        Assert.Equal([7, 0], digits.Labels);
        Assert.Equal(first[1..].Select(p => (byte)p), digits.Picture(0).ToArray());
        Assert.Equal(new byte[784], digits.Picture(1).ToArray());
    }

    [Theory]
    [InlineData(0, "10", ", line 2, column 1: \"10\" is not a digit.")]
    [InlineData(0, "label", ", line 2, column 1: \"label\" is not 0 to 255.")]
    [InlineData(5, "256", ", line 2, column 6: \"256\" is not 0 to 255.")]
    [InlineData(5, "-1", ", line 2, column 6: \"-1\" is not 0 to 255.")]
    [InlineData(5, "", ", line 2, column 6: \"\" is not 0 to 255.")]
    [InlineData(784, "0.5", ", line 2, column 785: \"0.5\" is not 0 to 255.")]
    [InlineData(784, "1,2", ", line 2: it has 786 columns, not 785")]
    public void A_value_that_cannot_be_is_an_error_that_names_file_row_and_column(int column, string value, string says)
    {
        string[] row = [.. Enumerable.Repeat("0", 785)], wrong = [.. row];
        wrong[column] = value;
        var path = folder.Write("mnist.csv", $"{string.Join(',', row)}\n{string.Join(',', wrong)}\n");

        var message = Assert.Throws<DataException>(() => MnistCsv.Read(path)).Message;

        Assert.StartsWith(path + says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_and_a_short_row_are_errors()
    {
        Assert.EndsWith("is empty.", Error(""), StringComparison.Ordinal);
        Assert.Contains("line 1: it has 3 columns", Error("1,2,3\n"), StringComparison.Ordinal);

        string Error(string csv) => Assert.Throws<DataException>(() => MnistCsv.Read(folder.Write("mnist.csv", csv))).Message;
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("header")]
    [InlineData("fractions")]
    [InlineData("spaces")]
    [InlineData("gzip")]
    public void The_forms_that_copies_on_the_web_come_in_are_read(string form)
    {
        int[] row = [7, .. Enumerable.Range(0, 784).Select(i => i % 256)];
        var csv = form switch
        {
            "header" => $"label,{string.Join(',', Enumerable.Range(0, 784).Select(i => $"pixel{i}"))}\n{string.Join(',', row)}\n",
            "fractions" => string.Join(".0,", row) + ".0\n",
            "spaces" => string.Join(", ", row) + " \n",
            _ => string.Join(',', row) + "\n",
        };

        var digits = MnistCsv.Read(folder.Write("mnist.csv.gz", form == "gzip" ? Gzip(csv) : Encoding.UTF8.GetBytes(csv)));

        Assert.Equal([7], digits.Labels);
        Assert.Equal(row[1..].Select(p => (byte)p), digits.Pixels);
    }

    [Fact]
    public void A_gzip_that_was_cut_off_and_a_second_header_are_errors()
    {
        var row = string.Join(',', new int[785]);
        var packed = Gzip(string.Join('\n', Enumerable.Repeat(row, 50)));

        Assert.All([20, packed.Length / 2, packed.Length - 1], length => Assert.Contains(
            "mnist.csv.gz", Assert.Throws<DataException>(() => MnistCsv.Read(folder.Write("mnist.csv.gz", packed[..length]))).Message,
            StringComparison.Ordinal));
        Assert.Contains(
            "line 2, column 1: \"label\"",
            Assert.Throws<DataException>(() => MnistCsv.Read(folder.Write("mnist.csv", $"{row}\nlabel{row[1..]}\n"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_changes_nothing_and_other_encodings_are_told()
    {
        string row = string.Join(',', new int[785]), header = $"label,{string.Join(',', Enumerable.Range(0, 784))}";
        byte[] mark = [0xef, 0xbb, 0xbf], text = Encoding.UTF8.GetBytes($"{header}\n{row}\n");

        Assert.Equal(1, MnistCsv.Read(folder.Write("mnist.csv", [.. mark, .. text])).Count);
        Assert.Equal(1, MnistCsv.Read(folder.Write("mnist.csv", Gzip([.. mark, .. text]))).Count);
        Assert.Contains("mnist.csv is in UTF-16", Error([0xff, 0xfe, .. Encoding.Unicode.GetBytes(row)]), StringComparison.Ordinal);
        Assert.Contains("mnist.csv is in UTF-16", Error(Encoding.Unicode.GetBytes(row)), StringComparison.Ordinal);
        Assert.Contains("mnist.csv is in UTF-16", Error(Gzip(Encoding.Unicode.GetBytes(row))), StringComparison.Ordinal);
        byte[] korean = [0xb7, 0xb9, 0xc0, 0xcc, .. text[5..]]; // two syllables in CP949 for "label"
        Assert.Contains("line 1, column 1: it is not in UTF-8.", Error(korean), StringComparison.Ordinal);

        string Error(byte[] content) => Assert.Throws<DataException>(() => MnistCsv.Read(folder.Write("mnist.csv", content))).Message;
    }

    private static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }
}
