using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Activations;

/// <summary>An activation that is a function of one number: a = f(z), and delta = upstream * f'(z).</summary>
public abstract class EntrywiseActivation : Activation
{
    /// <summary>Whether f has a kink or a jump at 0.</summary>
    protected virtual bool HasKink => false;

    /// <summary>f(z).</summary>
    /// <param name="z">A sum.</param>
    /// <returns>The output.</returns>
    public abstract double Value(double z);

    /// <summary>f'(z), given a = f(z) too because many derivatives are short in terms of it.</summary>
    /// <param name="z">A sum.</param>
    /// <param name="a">f(z).</param>
    /// <returns>The derivative; at a kink, the one that PyTorch uses.</returns>
    public abstract double Derivative(double z, double a);

    /// <summary>f'(z).</summary>
    /// <param name="z">A sum.</param>
    /// <returns>The derivative; at a kink, the one that PyTorch uses.</returns>
    public double Derivative(double z) => Derivative(z, Value(z));

    internal override void Sides(Matrix z, Span<int> sides)
    {
        var zs = z.Values;
        for (var i = 0; i < zs.Length; i++)
            sides[i] = HasKink && !double.IsNaN(zs[i]) ? Math.Sign(zs[i]) : 0;
    }

    /// <inheritdoc/>
    protected sealed override void ForwardCore(Matrix z, Matrix a)
    {
        Span<double> zs = z.Values, results = a.Values;
        for (var i = 0; i < zs.Length; i++)
            results[i] = Value(zs[i]);
    }

    /// <inheritdoc/>
    protected override void BackwardCore(Matrix z, Matrix a, Matrix upstream, Matrix delta)
    {
        Span<double> zs = z.Values, outputs = a.Values, ups = upstream.Values, results = delta.Values;
        for (var i = 0; i < zs.Length; i++)
            results[i] = ups[i] * Derivative(zs[i], outputs[i]);
    }
}
