using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Activations;

/// <summary>
/// Leaky ReLU whose slope alpha is learned: f(z) = z for z > 0, else alpha z; f'(z) = 1 for z > 0, else alpha (COURSE E3), and
/// dE/dalpha = the sum of upstream * z over all z that are not above 0. At 0 the table has f' = 1; PyTorch has alpha, and so has this.
/// </summary>
public sealed class Prelu : EntrywiseActivation
{
    private readonly Parameter alpha;

    /// <summary>A PReLU with one alpha for all units of its layer; each layer needs an object of its own.</summary>
    /// <param name="alpha">The slope to begin with, PyTorch's 0.25 if left out.</param>
    public Prelu(double alpha = 0.25)
    {
        this.alpha = new("alpha", Matrix.FromRow(alpha));
        Parameters = [this.alpha];
    }

    /// <inheritdoc/>
    public override string Name => "prelu";

    /// <summary>The slope below 0 as it stands now.</summary>
    public double Alpha => alpha.Value[0, 0];

    /// <summary>Alpha, a (1 x 1) matrix.</summary>
    public override IReadOnlyList<Parameter> Parameters { get; }

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    public override double Value(double z) => z > 0 ? z : Alpha * z;

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => z > 0 ? 1 : Alpha;

    /// <inheritdoc/>
    protected override void BackwardCore(Matrix z, Matrix a, Matrix upstream, Matrix delta)
    {
        base.BackwardCore(z, a, upstream, delta);
        Span<double> zs = z.Values, ups = upstream.Values;
        var sum = 0.0;
        for (var i = 0; i < zs.Length; i++)
        {
            if (!(zs[i] > 0))
                sum += ups[i] * zs[i];
        }
        alpha.Gradient[0, 0] = sum;
    }
}
