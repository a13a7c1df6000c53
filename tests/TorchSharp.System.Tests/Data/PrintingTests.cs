using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Data;

/// <summary>Each style's exact text.</summary>
public sealed class PrintingTests : IDisposable
{
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose()
    {
        set_printoptions(julia, "g5", 100, Environment.NewLine, 6, 6);
        scope.Dispose();
    }

    [Fact]
    public void Without_a_style_a_tensor_says_what_it_is()
    {
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
        Assert.Equal("[], type = Int64, device = cpu", tensor(1L).metastr());
        Assert.Equal("[4], type = Float32, device = meta", zeros(4, device: META).npstr());
    }

    [Theory]
    [InlineData("[2.5, -1, 1e+06]", new[] { 2.5, -1, 1e6 })]
    [InlineData("[0, 1, 2, ... 7, 8, 9]", new double[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    [InlineData("[]", new double[0])]
    public void Numpys_style_of_a_vector(string expected, double[] x) => Assert.Equal(expected, tensor(x).npstr(cultureInfo: C));

    [Fact]
    public void Numpys_style_of_matrices_and_beyond()
    {
        Assert.Equal("[[0, 1]\n [2, 3]]", arange(4).reshape(2, 2).npstr(newLine: "\n"));
        Assert.Equal("[[[0, 1]\n  [2, 3]]\n\n [[4, 5]\n  [6, 7]]]", arange(8).reshape(2, 2, 2).npstr(newLine: "\n"));
        Assert.Equal("[[0]\n [1]\n [2]\n ...\n [5]\n [6]\n [7]]", arange(8).reshape(8, 1).npstr(newLine: "\n"));
        Assert.Equal("3.14", tensor(3.14).npstr(cultureInfo: C));
        Assert.Equal("[True, False]", tensor(new[] { true, false }).npstr(cultureInfo: C));
        Assert.Equal("[[0, 2]\n [1, 3]]", arange(4).reshape(2, 2).t().npstr(newLine: "\n"));
    }

    [Fact]
    public void Julias_style_aligns_columns_to_the_right_and_cuts_at_the_width()
    {
        Assert.Equal("[2x2], type = Float64, device = cpu\n  1 -20\n 10   2\n", tensor(new[,] { { 1.0, -20 }, { 10, 2 } }).jlstr(newLine: "\n", cultureInfo: C));
        Assert.Equal("[3], type = Int32, device = cpu\n 1 2 3\n", tensor(new[] { 1, 2, 3 }).jlstr(newLine: "\n"));
        Assert.Equal("[10], type = Int64, device = cpu\n 0 1 2 3 ...\n", arange(10).jlstr(width: 12, newLine: "\n"));
        Assert.Equal("[], type = Float32, device = cpu, value = 0.5", tensor(0.5f).jlstr(cultureInfo: C));
        Assert.Equal("[2x1x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n\n[1,..,..] =\n 2 3\n", arange(4).reshape(2, 1, 2).jlstr(newLine: "\n"));
        Assert.Equal("[0x2], type = Float32, device = cpu\n", zeros(0, 2).jlstr(newLine: "\n"));
    }

    [Fact]
    public void CSharps_style_is_an_array_initialiser()
    {
        Assert.Equal("[2], type = Float32, device = cpu, value = float [] {1.5f, 2f}", tensor(new[] { 1.5f, 2 }).cstr(cultureInfo: C));
        Assert.Equal("[2x2], type = Int64, device = cpu, value = \nlong [,] {\n {0L, 1L},\n {2L, 3L}\n}", arange(4).reshape(2, 2).cstr(newLine: "\n"));
        Assert.Equal("[], type = Int32, device = cpu, value = 7", tensor(7).cstr());
        Assert.Equal("[1x2x2], type = Byte, device = cpu, value = \nbyte [,,] {\n {{1, 1},\n  {1, 1}}\n}", ones(1, 2, 2, dtype: uint8).cstr(newLine: "\n"));
    }

    [Fact]
    public void Complex_and_half_numbers_are_printed()
    {
        Assert.Equal("[0, 1+4.86i, 2i]", tensor(new[] { (0f, 0f), (1f, 4.86f), (0f, 2f) }).npstr(cultureInfo: C));
        Assert.Equal("[1.5, 2]", tensor(new[] { 1.5, 2 }, dtype: bfloat16).npstr(cultureInfo: C));
        Assert.Equal("[1.5, 2]", tensor(new[] { 1.5, 2 }, dtype: half).npstr(cultureInfo: C));
    }

    [Fact]
    public void Format_culture_and_options_are_followed()
    {
        Assert.Equal("[0.50, 1.25]", tensor(new[] { 0.5, 1.25 }).npstr("F2", cultureInfo: C));
        var comma = (CultureInfo)C.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        Assert.Equal("[0,5]", tensor(new[] { 0.5 }).npstr(cultureInfo: comma));
        set_printoptions(numpy, floatFormat: "F1", newLine: "|", maxRows: 2, maxColumns: 4);
        Assert.Equal("[[0.0, 0.0, ... 0.0, 0.0]| ...| [0.0, 0.0, ... 0.0, 0.0]]", zeros(3, 9).str(cultureInfo: C));
        set_printoptions(2, sci_mode: true);
        Assert.Equal("[1.00E+000]", ones(1).ToString(true, cultureInfo: C));
        Assert.Throws<ArgumentException>(() => torch.TensorStringStyle = TorchSharp.TensorStringStyle.Default);
    }

    [Fact]
    public void Print_writes_a_line_and_hands_the_tensor_on()
    {
        var console = Console.Out;
        using var text = new StringWriter();
        var x = zeros(2);
        try
        {
            Console.SetOut(text);
            Assert.Same(x, x.print(style: numpy));
        }
        finally
        {
            Console.SetOut(console);
        }
        Assert.Equal("[0, 0]" + Environment.NewLine, text.ToString());
    }

    [Fact]
    public void Tolist_nests_lists_of_scalars()
    {
        var rows = (System.Collections.IList)arange(4).reshape(2, 2).tolist();
        Assert.Equal(3, ((Scalar)((System.Collections.IList)rows[1]!)[1]!).ToInt64());
        Assert.Equal(5, ((Scalar)tensor(5).tolist()).ToInt32());
    }
}
