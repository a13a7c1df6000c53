namespace CourseLabs.Labs;

/// <summary>The norms of a stack's gradients, from the first layer to the last.</summary>
/// <param name="BySums">The norm of dE/dZ of each layer, the slides' delta: what the chain rule hands back from layer to layer.</param>
/// <param name="ByWeights">The norm of dE/dW of each layer: what it learns from.</param>
public sealed record StackGradients(double[] BySums, double[] ByWeights)
{
    /// <summary>By what the norm of dE/dZ is multiplied from a layer to the one before it: the geometric mean.</summary>
    public double FactorALayer => Math.Pow(10, -DecadesLost / (BySums.Length - 1));

    /// <summary>How many powers of ten dE/dZ is smaller at the first layer than at the last.</summary>
    public double DecadesLost => Math.Log10(BySums[^1]) - Math.Log10(BySums[0]);

    /// <summary>The largest |a - b| / max(a, b) of two stacks' norms; two zeros are equal.</summary>
    public double RelativeDistance(StackGradients other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return BySums.Concat(ByWeights).Zip(other.BySums.Concat(other.ByWeights))
            .Max(pair => pair.First.Equals(pair.Second) ? 0 : Math.Abs(pair.First - pair.Second) / Math.Max(pair.First, pair.Second));
    }
}
