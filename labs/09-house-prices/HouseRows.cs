using CourseLabs.Data.Frames;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>Houses as float32 tensors, which belong to the dispose scope that they are made in.</summary>
/// <param name="Features">(rows x columns).</param>
/// <param name="Prices">(rows x 1), in dollars.</param>
public sealed record HouseRows(Tensor Features, Tensor Prices)
{
    /// <summary>Rounds to float32, as <c>torch.tensor(..., dtype=torch.float32)</c> on the slide does.</summary>
    public static HouseRows From(FeatureMatrix features, IReadOnlyCollection<double> prices, Device device)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(prices);
        return new(Matrix(features, device), tensor(Floats(prices), [prices.Count, 1], device: device));
    }

    internal static Tensor Matrix(FeatureMatrix features, Device device) =>
        tensor(Floats(features.Values), [features.Rows, features.Columns], device: device);

    private static float[] Floats(IEnumerable<double> numbers) => [.. numbers.Select(number => (float)number)];
}

/// <summary>A fold of k-fold cross-validation: the rows to train on and those held out.</summary>
/// <param name="Train">What is learned from.</param>
/// <param name="Valid">What the error is estimated with; null where everything is learned from.</param>
public sealed record HouseFold(HouseRows Train, HouseRows? Valid);
