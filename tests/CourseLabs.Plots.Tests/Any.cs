using FsCheck;
using FsCheck.Fluent;

namespace CourseLabs.Plots.Tests;

/// <summary>What the properties are tried on, and how.</summary>
internal static class Any
{
    private static readonly string[] _operations = ["", "+", "×", "exp", "sigmoid of a sum"];

    /// <summary>Numbers of every size, both signs, also those that are none.</summary>
    public static Gen<double> Number { get; } = Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(n => n / 10.0),
        from mantissa in Gen.Choose(-99999, 99999)
        from exponent in Gen.Choose(-304, 303)
        select mantissa * Math.Pow(10, exponent),
        Gen.Elements(0.0, double.Epsilon, double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity));

    /// <summary>Names as people give them, and worse.</summary>
    public static Gen<string> Text { get; } = Gen.Elements(
        "", "loss", "a, \"b\" & <c>", "활성화 함수", "two\nlines", "\u0001", "]]>", "😀 x²",
        "a name that is quite a bit longer", new string('w', 90));

    /// <summary>Plots of up to four series of every kind, well-behaved or not.</summary>
    public static Gen<Plot> Plot { get; } =
        from title in Text
        from x in Text
        from y in Text
        from logX in Gen.Elements(true, false)
        from logY in Gen.Elements(true, false)
        from series in (from name in Text
                        from kind in Gen.Choose(0, 6)
                        from points in Gen.Choose(0, 30).SelectMany(n => Number.Two().ArrayOf(n))
                        select (name, kind, points)).ListOf().Select(list => list.Take(4))
        select series.Aggregate(new Plot(title, x, y, logX, logY), (plot, s) =>
        {
            var (xs, ys) = (s.points.Select(p => p.Item1), s.points.Select(p => p.Item2));
            return s.kind switch
            {
                0 or 1 => plot.Line(s.name, xs, ys, markers: s.kind == 1),
                2 => plot.Path(s.name, xs, ys),
                3 => plot.Scatter(s.name, xs, ys),
                4 when !logX && !logY => plot.Bars(s.name, xs, ys),
                5 when !logX && !logY => plot.Histogram(s.name, ys, 1 + s.points.Length, (-1, 1)),
                _ => plot.Star(s.name, 1, 2),
            };
        });

    /// <summary>Graphs of up to 30 nodes, from none of the possible edges to many, several between the same nodes among them.</summary>
    public static Gen<GraphDiagram> Graph { get; } =
        from size in Gen.Choose(1, 30)
        from nodes in Node.ArrayOf(size)
        from pairs in Gen.Choose(0, size - 1).Two().ArrayOf().Select(a => a.Take(50))
        from texts in (from label in Gen.Elements("", "", "df/dq", "활성화") from gradient in Maybe select (label, gradient)).ArrayOf(50)
        from title in Text
        select new GraphDiagram(
            title,
            nodes.Select((n, i) => n with { Id = $"n{i}" }),
            pairs.Zip(texts).Where(e => e.First.Item1 != e.First.Item2).Select(e => new GraphEdge(
                $"n{Math.Min(e.First.Item1, e.First.Item2)}", $"n{Math.Max(e.First.Item1, e.First.Item2)}",
                e.Second.label, e.Second.gradient)));

    private static Gen<double?> Maybe => Gen.OneOf(Number.Select(n => (double?)n), Gen.Constant((double?)null));

    private static Gen<GraphNode> Node =>
        from label in Text
        from operation in Gen.Elements(_operations)
        from value in Maybe
        from gradient in Maybe
        select new GraphNode("", label, operation, value, gradient);

    public static void Holds<T>(Gen<T> gen, Action<T> property, int times) =>
        Prop.ForAll(gen.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
