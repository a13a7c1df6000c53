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

    /// <summary>Charts of everything that a chart may hold: up to four series, well-behaved or not, over a grid and lines of reference.</summary>
    public static Gen<Chart> Chart { get; } =
        from chart in Data
        from lines in (from vertical in Gen.Elements(true, false) from at in Finite from label in Text select (vertical, at, label)).ListOf()
        from grid in Grid
        from levels in Finite.ListOf().Select(l => l.Take(3).ToArray())
        from kind in Gen.Choose(0, 2)
        select Add(kind == 0 || !chart.X.Has(grid.Xs[0]) || !chart.Y.Has(grid.Ys[0]) ? chart
            : kind == 1 ? chart.Contours("c", grid, levels) : chart.Regions("r", grid, levels.FirstOrDefault()), lines.Take(3));

    /// <summary>Grids of 2 to 7 points a side.</summary>
    public static Gen<Grid> Grid =>
        from columns in Gen.Choose(2, 7)
        from rows in Gen.Choose(2, 7)
        from values in Number.ArrayOf(columns * rows)
        from left in Gen.Choose(-3, 3)
        select new Grid(
            Charts.Grid.Between(left, left + 2.5, columns), Charts.Grid.Between(left * 10, (left * 10) + 1, rows), Shaped(values, rows, columns));

    private static Gen<Chart> Data =>
        from title in Text
        from x in Axis
        from y in Axis
        from series in (from name in Text
                        from kind in Gen.Choose(0, 5)
                        from points in Gen.Choose(0, 30).SelectMany(n => Number.Two().ArrayOf(n))
                        select (name, kind, points)).ListOf().Select(list => list.Take(4))
        select series.Aggregate(
            new Chart(title) { X = x, Y = y },
            (chart, s) =>
            {
                var (xs, ys) = (s.points.Select(p => p.Item1), s.points.Select(p => p.Item2));
                return s.kind switch
                {
                    < 3 => chart.Line(s.name, xs, ys, (LineMarkers)s.kind),
                    3 => chart.Scatter(s.name, xs, ys),
                    4 => chart.Bars(s.name, xs, ys),
                    _ => chart.Histogram(s.name, ys, 1 + s.points.Length),
                };
            });

    private static Gen<Axis> Axis =>
        from label in Text
        from log in Gen.Elements(true, false)
        select log ? Charts.Axis.Log(label) : Charts.Axis.Linear(label);

    private static Chart Add(Chart chart, IEnumerable<(bool Vertical, double At, string Label)> lines) =>
        lines.Where(l => (l.Vertical ? chart.X : chart.Y).Has(l.At)).Aggregate(
            chart, (c, l) => l.Vertical ? c.VerticalLine(l.At, l.Label) : c.HorizontalLine(l.At, l.Label));

    private static double[,] Shaped(double[] values, int rows, int columns)
    {
        var shaped = new double[rows, columns];
        Buffer.BlockCopy(values, 0, shaped, 0, values.Length * sizeof(double));
        return shaped;
    }

    public static void Holds<T>(Gen<T> gen, Action<T> property, int times = 300) =>
        Prop.ForAll(gen.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
