using System.Text.RegularExpressions;

namespace CourseLabs.Benchmarks.Tests;

/// <summary>The command line.</summary>
public sealed partial class BenchmarkTests
{
    [Fact]
    public void Every_benchmark_has_a_name_of_its_own_and_a_line_of_the_usage()
    {
        Assert.Equal(Benchmark.All.Count, Benchmark.All.Select(b => b.Name).Distinct().Count());
        Assert.Equal(Benchmark.All.Select(b => b.Name), Line().Matches(Benchmark.Usage).Select(m => m.Groups[1].Value));
    }

    [Theory]
    [InlineData]
    [InlineData("nothing")]
    [InlineData("table", "0")]
    [InlineData("table", "many")]
    [InlineData("table", "1", "2")]
    public void What_names_no_benchmark_ends_with_2(params string[] args) => Assert.Equal(2, Benchmark.RunNamed(args));

    [Fact]
    public void A_row_of_the_table_has_both_times_and_the_median_of_the_ratios_with_its_range() => Assert.Equal(
        "| A step | C#: 8.3 µs | NumPy: 71.4 ms | 0.12 (0.11 to 0.20) |",
        Report.Row("A step", "microseconds a step", ("C#", 8.3), ("NumPy", 71_400), 0.2, 0.11, 0.12));

    [Fact]
    public void A_row_without_a_peer_says_so() => Assert.Equal(
        "| Grading | labs grade: 31.2 submissions a minute | no peer | |",
        Report.Row("Grading", "submissions a minute", ("labs grade", 31.2)));

    [GeneratedRegex(@"^  (\S+) +\S", RegexOptions.Multiline)]
    private static partial Regex Line();
}
