using System.Globalization;

namespace CourseLabs.Charts.Ticks;

/// <summary>Writes numbers that are given as integer times a power of ten, so that no rounding ever shows (0.30000000000000004).</summary>
internal static class NumberText
{
    private const string Minus = "\u2212";

    /// <summary>Labels for <c>digits x 10^exponent</c>, all in one form: plain numbers, or one power of ten that all share.</summary>
    public static TickLabel[] Uniform(IReadOnlyList<long> digits, int exponent)
    {
        var largest = digits.Max(Math.Abs);
        var magnitude = exponent + Length(largest) - 1;
        if (magnitude is >= -4 and <= 6)
            return [.. digits.Select(n => new TickLabel(Fixed(n, exponent)))];

        return [.. digits.Select(n => n == 0
            ? new TickLabel("0")
            : new TickLabel($"{Fixed(n, exponent - magnitude)}×10", Exponent(magnitude)))];
    }

    /// <summary>A power of ten, or <c>digit</c> times one.</summary>
    public static TickLabel Power(int digit, int exponent, bool plain) =>
        plain ? new TickLabel(Fixed(digit, exponent))
        : new TickLabel(digit == 1 ? "10" : $"{digit}×10", Exponent(exponent));

    /// <summary>
    /// A number of any size in so many significant digits, without the zeros that say nothing: −0.531, 12, 1.5e−7. One that is not
    /// finite is NaN or ∞.
    /// </summary>
    public static string Short(double number, int digits)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "∞" : Minus + "∞";
        var text = Math.Abs(number).ToString($"e{digits - 1}", CultureInfo.InvariantCulture).Split('e');
        var exponent = int.Parse(text[1], CultureInfo.InvariantCulture);
        var mantissa = text[0].Contains('.', StringComparison.Ordinal) ? text[0].TrimEnd('0').TrimEnd('.') : text[0];
        var plain = mantissa.Replace(".", "", StringComparison.Ordinal);
        var body = exponent is >= -4 and <= 6
            ? Fixed(long.Parse(plain, CultureInfo.InvariantCulture), exponent - plain.Length + 1)
            : $"{mantissa}e{Exponent(exponent)}";
        return (double.IsNegative(number) && plain != "0" ? Minus : "") + body;
    }

    private static string Exponent(int value) =>
        (value < 0 ? Minus : "") + Math.Abs(value).ToString(CultureInfo.InvariantCulture);

    // 1,000 and never 1000, so that one chart reads like the next.
    private static string Fixed(long n, int exponent)
    {
        var text = Math.Abs(n).ToString(CultureInfo.InvariantCulture) + new string('0', n == 0 ? 0 : Math.Max(0, exponent));
        var decimals = Math.Max(0, -exponent);
        text = text.PadLeft(decimals + 1, '0');
        var whole = text[..^decimals];
        for (var i = whole.Length - 3; i > 0; i -= 3)
            whole = whole.Insert(i, ",");
        return (n < 0 ? Minus : "") + whole + (decimals == 0 ? "" : "." + text[^decimals..]);
    }

    private static int Length(long n) => n.ToString(CultureInfo.InvariantCulture).Length;
}
