namespace CourseLabs.Examples.Tests;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0.73, 0.7349, 0.005, true)]
    [InlineData(0.73, 0.7351, 0.005, false)]
    [InlineData(1000, 1000.9, 0.001, true)]
    [InlineData(1000, 1001.1, 0.001, false)]
    [InlineData(0, 1e-13, 1e-12, true)]
    [InlineData(-6.5e21, -6.6e21, 0.02, true)]
    [InlineData(5, 5, 0, true)]
    [InlineData(5, 5.000001, 0, false)]
    [InlineData(1, double.NaN, 0.5, false)]
    [InlineData(1, double.PositiveInfinity, 0.5, false)]
    [InlineData(double.NaN, double.NaN, 0, true)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, 0, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, 1, false)]
    public void Tolerance_is_relative_above_1_and_absolute_below(double expected, double actual, double tolerance, bool match) =>
        Assert.Equal(match, Figure.Of("f", actual, expected, tolerance, "mathematics").Match);

    [Fact]
    public void A_list_matches_number_by_number()
    {
        FigureValue expected = new[] { 0.1, 20 };

        Assert.True(Figure.Of("f", new[] { 0.10001, 20.001 }, expected, 1e-4, "slide").Match);
        Assert.False(Figure.Of("f", new[] { 0.1, 20.1 }, expected, 1e-4, "slide").Match);
        Assert.False(Figure.Of("f", new[] { 0.1 }, expected, 1e-4, "slide").Match);
        Assert.False(Figure.Of("f", 0.1, new[] { 0.1 }, 1e-4, "slide").Match);
    }

    [Fact]
    public void A_text_matches_only_itself()
    {
        Assert.True(Figure.Of("f", "3x2", "3x2", 0, "slide").Match);
        Assert.False(Figure.Of("f", "2x3", "3x2", 0, "slide").Match);
        Assert.False(Figure.Of("f", 3, "3", 0, "slide").Match);
    }

    [Fact]
    public void Where_there_is_nothing_to_compare_with_there_is_no_match() => Assert.Null(Figure.Of("f", 1).Match);

    [Fact]
    public void A_statement_matches_when_it_holds()
    {
        Assert.True(Figure.Of("XOR is not learned", true, expected: true, source: "mathematics").Match);
        Assert.False(Figure.Of("XOR is not learned", false, expected: true, source: "mathematics").Match);
    }

    [Fact]
    public void An_expected_value_without_its_source_is_refused() =>
        Assert.Throws<ArgumentException>(() => Figure.Of("f", 1, expected: 1));

    [Fact]
    public void Where_the_run_has_other_settings_nothing_is_expected() =>
        Assert.Null(Figure.Of("f", 1, expected: 1, source: "slide", when: false).Expected);

    [Fact]
    public void A_list_is_a_copy_and_nothing_is_no_value()
    {
        double[] numbers = [1, 2];
        var figure = Figure.Of("f", numbers);
        numbers[0] = 7;

        Assert.Equal([1, 2], figure.Actual.Numbers!);
        Assert.Throws<ArgumentNullException>(() => FigureValue.FromString(null!));
        Assert.Throws<ArgumentNullException>(() => FigureValue.FromArray(null!));
    }

    [Fact]
    public void A_long_list_is_cut_for_the_eye()
    {
        Assert.Equal("[1, 0.5]", ((FigureValue)new[] { 1, 0.5 }).ToString());
        Assert.Equal("[0, 0, 0, 0, 0, 0, 0, 0, ... 160 in all]", ((FigureValue)new double[160]).ToString());
    }

    [Fact]
    public void Its_text_says_what_came_out_and_whether_it_matches()
    {
        Assert.Equal("loss: 0.5", Figure.Of("loss", 0.5).ToString());
        Assert.Equal("loss: 0.5 (expected 0.5001: yes)", Figure.Of("loss", 0.5, 0.5001, 1e-3, "slide").ToString());
        Assert.Equal("loss: 0.5 (expected 0.6: no)", Figure.Of("loss", 0.5, 0.6, 1e-3, "slide").ToString());
    }

    [Fact]
    public void A_number_stands_beside_the_results_figure_of_that_name()
    {
        var result = new ExampleResult("Regression") { Figures = [Figure.Of("first loss", 619.4), Figure.Of("last loss", 55, 50, 10, "the slide")] };

        Assert.True(result.Beside("first loss", 619.4001).Match);
        Assert.False(result.Beside("first loss", 619.5).Match);
        Assert.True(result.Beside("first loss", 619.5, 1e-3).Match);
        Assert.Equal(55, result.Beside("last loss", 0).Expected!.Numbers![0]); // what came out there, not what the slide says
        Assert.Contains("\"last loss\"", Assert.Throws<UserErrorException>(() => result.Beside("loss", 0)).Message, StringComparison.Ordinal);
        Assert.Equal("Regression\nfirst loss: 619.4\nlast loss: 55 (expected 50: yes)", result.ToString());
    }
}
