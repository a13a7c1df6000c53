using System.Globalization;
using System.Numerics;

namespace CourseLabs.Labs;

// A quotient of two polynomials in u with whole coefficients, the lowest power first. Computing with them is exact, so that two formulas
// can be proved equal, not only compared at points: a/b = c/d exactly if ad and bc have the same coefficients.
internal sealed class RationalFunction
{
    private readonly BigInteger[] numerator;
    private readonly BigInteger[] denominator;

    private RationalFunction(BigInteger[] numerator, BigInteger[] denominator) =>
        (this.numerator, this.denominator) = (Trim(numerator), Trim(denominator));

    public static RationalFunction U { get; } = new([0, 1], [1]);

    public static implicit operator RationalFunction(int number) => new([number], [1]);

    public static RationalFunction operator +(RationalFunction x, RationalFunction y) =>
        new(Sum(Product(x.numerator, y.denominator), Product(y.numerator, x.denominator)), Product(x.denominator, y.denominator));

    public static RationalFunction operator -(RationalFunction x) => new([.. x.numerator.Select(c => -c)], x.denominator);

    public static RationalFunction operator -(RationalFunction x, RationalFunction y) => x + -y;

    public static RationalFunction operator *(RationalFunction x, RationalFunction y) =>
        new(Product(x.numerator, y.numerator), Product(x.denominator, y.denominator));

    public static RationalFunction operator /(RationalFunction x, RationalFunction y) => y.numerator is [var c] && c == 0
        ? throw new DivideByZeroException()
        : new(Product(x.numerator, y.denominator), Product(x.denominator, y.numerator));

    // d/du, by the quotient rule.
    public RationalFunction Derivative() => new(
        Sum(Product(Slope(numerator), denominator), Product(Product([-1], numerator), Slope(denominator))),
        Product(denominator, denominator));

    // Whether both are the same function.
    public bool Is(RationalFunction other) => Product(numerator, other.denominator).SequenceEqual(Product(other.numerator, denominator));

    public override string ToString() => $"({Text(numerator)}) / ({Text(denominator)})";

    private static BigInteger[] Product(BigInteger[] x, BigInteger[] y)
    {
        var result = new BigInteger[x.Length + y.Length - 1];
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < y.Length; j++)
                result[i + j] += x[i] * y[j];
        }

        return Trim(result);
    }

    private static BigInteger[] Sum(BigInteger[] x, BigInteger[] y) =>
        [.. Enumerable.Range(0, Math.Max(x.Length, y.Length)).Select(i => x.ElementAtOrDefault(i) + y.ElementAtOrDefault(i))];

    private static BigInteger[] Slope(BigInteger[] x) => x.Length == 1 ? [0] : [.. x.Skip(1).Select((c, i) => c * (i + 1))];

    // Without leading zeros; 0 itself keeps one.
    private static BigInteger[] Trim(BigInteger[] x) => x[..Math.Max(1, 1 + Array.FindLastIndex(x, c => c != 0))];

    private static string Text(BigInteger[] x)
    {
        var terms = x.Select((c, i) => (c, i)).Where(t => t.c != 0).Select(t => (t.c, t.i) switch
        {
            (var c, 0) => c.ToString(CultureInfo.InvariantCulture),
            (var c, var i) => $"{(c == 1 ? "" : c == -1 ? "-" : c.ToString(CultureInfo.InvariantCulture))}u{(i == 1 ? "" : $"^{i}")}",
        });
        return string.Join(" + ", terms.DefaultIfEmpty("0")).Replace("+ -", "- ", StringComparison.Ordinal);
    }
}
