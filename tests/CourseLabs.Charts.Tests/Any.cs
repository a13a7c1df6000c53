using FsCheck;
using FsCheck.Fluent;

namespace CourseLabs.Charts.Tests;

/// <summary>What the properties are tried on, and how.</summary>
internal static class Any
{
    /// <summary>Numbers of every size, from the least to the largest double, both signs, round and not.</summary>
    public static Gen<double> Finite { get; } = Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(n => (double)n),
        Gen.Choose(-1000, 1000).Select(n => n / 10.0),
        from mantissa in Gen.Choose(-99999, 99999)
        from exponent in Gen.Choose(-304, 303)
        select mantissa * Math.Pow(10, exponent),
        Gen.Elements(0.0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 1e-300, 1e300, 0.1 + 0.2));

    /// <summary>Finite ones and the others.</summary>
    public static Gen<double> Number { get; } = Gen.Frequency(
        (8, Finite), (1, Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity)));

    public static Gen<double> Positive { get; } = Finite.Select(Math.Abs).Where(x => x > 0);

    /// <summary>Any sequence of UTF-16 units, be it valid or not, and names as people give them.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(c => new string(c)),
        Gen.Elements("", "loss", "a, \"b\" & <c>", "활성화 함수", "two\nlines", "\uD83D", "\u0000", "]]>", "😀 x²", new string('w', 400)));

    /// <summary>Charts with up to four series of up to 30 points, well-behaved or not.</summary>
    public static Gen<Chart> Chart { get; } =
        from title in Text
        from x in Axis
        from y in Axis
        from series in (from name in Text
                        from line in Gen.Elements(true, false)
                        from points in Gen.Choose(0, 30).SelectMany(n => Number.Two().ArrayOf(n))
                        select (name, line, points)).ListOf().Select(list => list.Take(4))
        select series.Aggregate(
            new Chart(title) { X = x, Y = y },
            (chart, s) => s.line
                ? chart.Line(s.name, s.points.Select(p => p.Item1), s.points.Select(p => p.Item2))
                : chart.Scatter(s.name, s.points.Select(p => p.Item1), s.points.Select(p => p.Item2)));

    private static Gen<Axis> Axis =>
        from label in Text
        from log in Gen.Elements(true, false)
        select log ? Charts.Axis.Log(label) : Charts.Axis.Linear(label);

    public static void Holds<T>(Gen<T> gen, Action<T> property, int times = 300) =>
        Prop.ForAll(gen.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
