namespace CourseLabs.Backprop.Activations;

/// <summary>
/// e^x - 1 and ln(1 + x) without the loss of digits near 0 that the plain formulas have (and .NET's <c>double.ExpM1</c> and
/// <c>double.LogP1</c> with them): W. Kahan's way, where the rounding of e^x, or of 1 + x, cancels out.
/// </summary>
internal static class Precise
{
    public static double ExpM1(double x)
    {
        var u = Math.Exp(x);
        if (Math.Abs(x) > 1)
            return u - 1;
        return u == 1 ? x : (u - 1) * x / Math.Log(u);
    }

    public static double LogP1(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
