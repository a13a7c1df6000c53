using System.Globalization;
using CourseLabs.Charts.Ticks;
using FsCheck.Fluent;

namespace CourseLabs.Charts.Tests;

public class TickTests
{
    [Theory]
    [InlineData(0, 4999, "0 1,000 2,000 3,000 4,000 5,000")]
    [InlineData(-14.98, 14.97, "−15 −10 −5 0 5 10 15")]
    [InlineData(-5, 5, "−5 −4 −3 −2 −1 0 1 2 3 4 5")]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0.3, 0.6, "0.30 0.35 0.40 0.45 0.50 0.55 0.60")]
    [InlineData(0, 60000, "0 10,000 20,000 30,000 40,000 50,000 60,000")]
    [InlineData(-2500000, 0, "−2,500,000 −2,000,000 −1,500,000 −1,000,000 −500,000 0")]
    [InlineData(0, 5e-20, "0 1×10^−20 2×10^−20 3×10^−20 4×10^−20 5×10^−20")]
    [InlineData(0, 5e9, "0 1×10^9 2×10^9 3×10^9 4×10^9 5×10^9")]
    [InlineData(7.5, 7.5, "6.6 6.8 7.0 7.2 7.4 7.6 7.8 8.0 8.2 8.4")]
    [InlineData(0, 0, "−1.0 −0.5 0.0 0.5 1.0")]
    [InlineData(1.7e308, 1.75e308, "1.70×10^308 1.71×10^308 1.72×10^308 1.73×10^308 1.74×10^308 1.75×10^308")]
    public void Linear_ticks_are_those_a_person_would_choose(double min, double max, string expected) =>
        Assert.Equal(expected, Labels(Ruler.For(AxisScale.Linear, min, max, 6)));

    [Theory]
    [InlineData(55, 619, "50 100 200 500 1,000")]
    [InlineData(1e-5, 10, "10^−5 10^−4 10^−3 10^−2 10^−1 10^0 10^1")]
    [InlineData(0.002, 900, "0.01 0.1 1 10 100 1,000")]
    [InlineData(55.2, 61, "55 56 57 58 59 60 61")]
    [InlineData(1e-300, 1e300, "10^−300 10^−200 10^−100 10^0 10^100 10^200 10^300")]
    [InlineData(3e-20, 8e-20, "3×10^−20 4×10^−20 5×10^−20 6×10^−20 7×10^−20 8×10^−20")]
    [InlineData(5, 5, "2 5 10")]
    public void Log_ticks_are_those_a_person_would_choose(double min, double max, string expected) =>
        Assert.Equal(expected, Labels(Ruler.For(AxisScale.Log, min, max, 6)));

    [Fact]
    public void Integers_get_no_ticks_between_them() =>
        Assert.Equal("0 1 2 3", Labels(Ruler.For(AxisScale.Linear, 0, 3, 9, whole: true)));

    [Fact]
    public void Linear_ticks_are_3_to_12_in_number_and_cover_the_range() =>
        Any.Holds(Any.Finite.Two().SelectMany(range => Gen.Choose(5, 9), (range, n) => (range.Item1, range.Item2, n)), given =>
        {
            var (min, max) = (Math.Min(given.Item1, given.Item2), Math.Max(given.Item1, given.Item2));
            var steps = RoundSteps.Enclose(min, max, given.n);
            Assert.InRange(steps.Last - steps.First + 1, 3, 12);
            // In steps, since beyond 1.7e308 a tick is no double any more; the slack is rounding of the division.
            Assert.InRange(min / steps.Step, steps.First - 1e-4, double.MaxValue);
            Assert.InRange(max / steps.Step, -double.MaxValue, steps.Last + 1e-4);
            Assert.True(steps.Mantissa is 1 or 2 or 5);
        }, 3000);

    [Fact]
    public void Log_ticks_have_3_to_12_labels_and_cover_the_range() =>
        Any.Holds(Any.Positive.Two().SelectMany(range => Gen.Choose(5, 9), (range, n) => (range.Item1, range.Item2, n)), given =>
        {
            var (min, max) = (Math.Min(given.Item1, given.Item2), Math.Max(given.Item1, given.Item2));
            CheckLog(min, max, given.n);
        }, 3000);

    [Fact]
    public void Log_ticks_of_narrow_ranges_have_3_to_12_labels_and_cover_the_range() =>
        Any.Holds(Any.Positive.Where(x => x < 1e300).SelectMany(_ => Gen.Choose(0, 100000), (min, k) => (min, k)), given =>
            CheckLog(given.min, given.min * Math.Pow(10, given.k / 20000.0), 5), 3000);

    [Fact]
    public void Labels_read_back_as_evenly_spaced_numbers() =>
        Any.Holds(Gen.Choose(-9999, 9999).Two().SelectMany(_ => Gen.Choose(-20, 20), (pair, e) => (pair.Item1, pair.Item2, e)), given =>
        {
            var scale = Math.Pow(10, given.e);
            var (min, max) = (Math.Min(given.Item1, given.Item2) * scale, Math.Max(given.Item1, given.Item2) * scale);
            var ruler = Ruler.For(AxisScale.Linear, min, max, 6);
            foreach (var tick in ruler.Ticks)
                Assert.Equal(tick.Position, ruler.Position(Read(tick.Label!.Value)), 1e-6);
        }, 1000);

    private static void CheckLog(double min, double max, int intervals)
    {
        var ruler = Ruler.For(AxisScale.Log, min, max, intervals);
        Assert.InRange(ruler.Ticks.Count(t => t.Label is not null), 3, 12);
        Assert.Equal(0, ruler.Ticks[0].Position);
        Assert.Equal(1, ruler.Ticks[^1].Position);
        Assert.Equal(ruler.Ticks.OrderBy(t => t.Position), ruler.Ticks);
        foreach (var tick in ruler.Ticks)
            if (tick.Label is { } label && Read(label) is > 1e-300 and < 1e300 and var value)
                Assert.Equal(tick.Position, ruler.Position(value), 1e-6);
    }

    private static double Read(TickLabel label)
    {
        var text = label.Text.Replace("×10", label.Exponent.Length > 0 ? "e" : "", StringComparison.Ordinal);
        if (label.Exponent.Length > 0 && label.Text == "10")
            text = "1e";
        var number = (text + label.Exponent).Replace('−', '-').Replace(",", "", StringComparison.Ordinal);
        return double.Parse(number, CultureInfo.InvariantCulture);
    }

    private static string Labels(Ruler ruler) => string.Join(' ', ruler.Ticks.Select(t => t.Label).OfType<TickLabel>());

    [Theory]
    [InlineData(0, 3, "0")]
    [InlineData(-12, 3, "−12")]
    [InlineData(-0.19661193324148185, 2, "−0.2")]
    [InlineData(0.00012349, 3, "0.000123")]
    [InlineData(1.5e-7, 3, "1.5e−7")]
    [InlineData(-2.5e10, 3, "−2.5e10")]
    [InlineData(24704.08, 9, "24,704.08")]
    [InlineData(9999.7, 3, "10,000")]
    [InlineData(double.NegativeInfinity, 3, "−∞")]
    [InlineData(double.NaN, 3, "NaN")]
    public void Single_numbers_have_few_digits_and_no_idle_zeros(double number, int digits, string text) =>
        Assert.Equal(text, NumberText.Short(number, digits));
}
