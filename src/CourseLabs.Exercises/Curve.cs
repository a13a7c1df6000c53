namespace CourseLabs.Exercises;

/// <summary>
/// A function that a student's member takes, such as the f of a central difference: f(x) = a x^2 + b x + c + d sin x. It is made of four
/// numbers, so that it can be sent to another process.
/// </summary>
/// <param name="A">Of x^2.</param>
/// <param name="B">Of x.</param>
/// <param name="C">The constant.</param>
/// <param name="D">Of sin x.</param>
public sealed record Curve(double A, double B, double C, double D)
{
    /// <summary>f(x).</summary>
    public double At(double x) => (A * x * x) + (B * x) + C + (D * Math.Sin(x));

    /// <summary>f'(x) = 2 a x + b + d cos x.</summary>
    public double Slope(double x) => (2 * A * x) + B + (D * Math.Cos(x));

    /// <summary>As the student's member takes it.</summary>
    public Func<double, double> Function => At;
}
