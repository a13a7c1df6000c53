namespace CourseLabs.Backprop.Scalars;

/// <summary>
/// Forward mode (COURSE E4): a value and its derivative by one chosen input, computed together from the inputs to the end. One pass tells
/// the derivatives of everything by that input; a gradient takes a pass an input.
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="Derivative">Its derivative by the chosen input: 1 for that input itself, 0 for the others.</param>
public readonly record struct Dual(double Value, double Derivative) : IScalar<Dual>
{
    /// <summary>A number whose derivative is 0.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Dual(double value) => Constant(value);

    /// <inheritdoc/>
    public static Dual Constant(double value) => new(value, 0);

    /// <inheritdoc/>
    public static Dual From(string operation, double value, Dual x, double dx, double constant = 0)
    {
        Work.Add(1);
        return new(value, Product(dx, x));
    }

    /// <inheritdoc/>
    public static Dual From(string operation, double value, Dual x, double dx, Dual y, double dy)
    {
        Work.Add(2);
        return new(value, Product(dx, x) + Product(dy, y));
    }

    /// <inheritdoc/>
    public Dual Named(string label) => this;

    // What does not depend on the chosen input adds nothing, even where its local gradient is none: y's in x^y for x below 0.
    private static double Product(double localGradient, Dual input) => input.Derivative == 0 ? 0 : localGradient * input.Derivative;
}
