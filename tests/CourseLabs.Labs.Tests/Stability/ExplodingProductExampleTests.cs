using CourseLabs.Examples;
using CourseLabs.Plots;

namespace CourseLabs.Labs.Tests;

public sealed class ExplodingProductExampleTests
{
    [Fact]
    public void The_slides_run_meets_every_figure_and_prints_both_matrices()
    {
        var result = new ExplodingProductExample().Run(new ExampleRun());

        Assert.Equal(
            ["largest |entry|", "rank to rounding", "ln of the norm's growth a factor, mean of 100 seeds"],
            result.Figures.Where(f => f.Match == true).Select(f => f.Name));
        Assert.DoesNotContain(result.Figures, f => f.Match == false);
        Assert.Equal("tensor([[-1.1258, -1.1524, -0.2506, -0.4339],", result.Tables[0].Rows[0][0]);
        Assert.Equal("        [ 8.9242e+24, -2.1370e+25,  5.6937e+24, -2.2065e+25]])", result.Tables[1].Rows[3][0]);
        Assert.Equal(16, result.Figures.Single(f => f.Name == "entries, row by row").Actual.Numbers!.Count);
        Assert.Equal(4, result.Figures.Single(f => f.Name == "singular values").Actual.Numbers!.Count);
    }

    [Fact]
    public void A_thousand_factors_are_told_in_words_and_drawn_as_a_break()
    {
        var result = new ExplodingProductExample().Run(new(Factors: 1000), new());

        Assert.Equal(
            "left after 158 factors: entries are infinite from 159 on, not a number from 160 on",
            result.Figures.Single(f => f.Name == "range of float32").Actual.Text);
        Assert.DoesNotContain(result.Figures, f => f.Match == false);
        Assert.Contains(((Plot)result.Pictures[0].Picture).Legend, text => text.Contains("not finite", StringComparison.Ordinal));
    }

    [Fact]
    public void The_chart_has_a_line_a_seed_and_the_one_of_mathematics()
    {
        var result = new ExplodingProductExample().Run(new(Factors: 20, Seeds: 3), new() { Seed = 10 });

        var chart = (Plot)result.Pictures[0].Picture;
        Assert.Equal(["seed 10", "seed 11", "seed 12", "4 * 1.747^factors"], chart.Series.Select(s => s.Name));
        Assert.All(chart.Series, s => Assert.Equal(21, s.Ys.Count));
        Assert.Equal("ln of the norm's growth a factor, mean of 100 seeds", Assert.Single(result.Figures, f => f.Expected is not null).Name);
    }
}
