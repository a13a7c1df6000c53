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
    public void A_number_computed_elsewhere_is_held_to_what_is_expected_and_to_the_labs_run()
    {
        Assert.Equal(
            "Regression: last loss: 56 (expected 50: yes) (the lab's run gives 55; same as the lab: no)",
            Regression.Beside("last loss", 56).ToString());
        Assert.Equal(
            "Regression: last loss: 61 (expected 50: no) (the lab's run gives 55; same as the lab: no)",
            Regression.Beside("last loss", 61).ToString());
        Assert.Equal("the slide", Regression.Beside("last loss", 55).Source);
    }

    [Fact]
    public void What_the_labs_run_gives_is_not_called_expected()
    {
        var beside = Regression.Beside("first loss", 619.4001);

        Assert.Equal("Regression: first loss: 619.4001 (the lab's run gives 619.4; same as the lab: yes)", beside.ToString());
        Assert.Equal((null, null, null), (beside.Expected, beside.Match, beside.Source));
    }

    [Fact]
    public void A_number_is_the_same_as_the_labs_within_a_tolerance()
    {
        Assert.False(Regression.Beside("first loss", 619.5).SameAsLab);
        Assert.True(Regression.Beside("first loss", 619.5, 1e-3).SameAsLab);
        Assert.Null(Regression.Figures[0].SameAsLab);
    }

    [Fact]
    public void The_table_has_the_labs_run_in_columns_of_its_own_where_a_figure_has_it()
    {
        var notebook = new ExampleResult("Notebook") { Figures = [Regression.Beside("last loss", 56), Figure.Of("x", 1)] };

        Assert.DoesNotContain("same as the lab", Regression.ToHtml(), StringComparison.Ordinal);
        Assert.Contains(
            "<th>source</th><th>the lab&#39;s run gives</th><th>same as the lab</th></tr>", notebook.ToHtml(), StringComparison.Ordinal);
        Assert.Contains(
            "<td>50</td><td>56</td><td>yes</td><td>the slide</td><td>55</td><td>no</td></tr>", notebook.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("<td>x</td><td></td><td>1</td><td></td><td></td><td></td><td></td></tr>", notebook.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_no_figure_has_is_told_with_those_there_are()
    {
        var error = Assert.Throws<UserErrorException>(() => Regression.Beside("loss", 0));

        Assert.Equal("Regression has no figure \"loss\", only \"first loss\", \"last loss\".", error.Message);
    }

    [Fact]
    public void A_result_as_text_has_a_line_a_figure() =>
        Assert.Equal("Regression\nfirst loss: 619.4\nlast loss: 55 (expected 50: yes)", Regression.ToString());

    private static ExampleResult Regression => new("Regression")
    {
        Figures = [Figure.Of("first loss", 619.4), Figure.Of("last loss", 55, 50, 0.2, "the slide")],
    };
}
