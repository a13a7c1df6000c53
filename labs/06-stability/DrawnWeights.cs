using CourseLabs.Backprop.Activations;
using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>One layer's weights, drawn with tensors and by hand, measured against the formula (COURSE D5).</summary>
/// <param name="Formula">The variance by the formula.</param>
/// <param name="Torch">The variance of those that torch drew.</param>
/// <param name="ByHand">The variance of those that CourseLabs.Backprop drew.</param>
/// <param name="LargestTorch">The largest |weight| of torch's.</param>
/// <param name="LargestByHand">The largest |weight| of those by hand.</param>
public sealed record DrawnWeights(double Formula, double Torch, double ByHand, double LargestTorch, double LargestByHand)
{
    /// <summary>n_in: more than <see cref="Outputs"/>, so that He's and Xavier's variances differ by more than 2.</summary>
    public const int Inputs = 500;

    /// <summary>n_out.</summary>
    public const int Outputs = 300;

    /// <summary>
    /// How far a sample's variance may be from the formula's, relatively: five standard errors sqrt(2 / n) of a normal sample. A uniform
    /// one's are smaller.
    /// </summary>
    public static double Tolerance { get; } = 5 * Math.Sqrt(2.0 / (Inputs * Outputs));

    /// <summary>Draws both.</summary>
    /// <param name="scheme">What draws them.</param>
    /// <param name="seed">The seed of each.</param>
    public static DrawnWeights Draw(InitializationScheme scheme, long seed)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        manual_seed(seed);
        using Tensor weight = empty(Outputs, Inputs);
        scheme.Draw(weight);
        Matrix torchs = weight.ToMatrix();
        Matrix ours = new Dense(Inputs, Outputs, new Identity(), scheme.ByHand, new Random(unchecked((int)seed))).Weight.Value;
        return new(scheme.Variance(Inputs, Outputs), Variance(torchs), Variance(ours), Largest(torchs), Largest(ours));
    }

    private static double Variance(Matrix sample)
    {
        double mean = sample.Sum() / sample.Values.Length;
        double sum = 0;
        foreach (double value in sample.Values)
            sum += (value - mean) * (value - mean);
        return sum / (sample.Values.Length - 1);
    }

    private static double Largest(Matrix sample)
    {
        double largest = 0;
        foreach (double value in sample.Values)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
