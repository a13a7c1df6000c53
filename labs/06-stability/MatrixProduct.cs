using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>The slide's program (COURSE D4): a 4x4 matrix of standard normal numbers, multiplied by a hundred more of them.</summary>
/// <param name="First">The single matrix as Python prints it.</param>
/// <param name="Last">The product as Python prints it.</param>
/// <param name="Entries">The product's 16 entries, row by row.</param>
/// <param name="SingularValues">The product's singular values, the largest first; none where an entry is not finite.</param>
/// <param name="Rank">How many singular values lie above rounding, 4 * 2^-23 times the largest; null where an entry is not finite.</param>
/// <param name="Norms">The Frobenius norm after 0, 1, 2, ... factors; infinite or NaN from where an entry is.</param>
public sealed record MatrixProduct(
    IReadOnlyList<string> First, IReadOnlyList<string> Last, float[] Entries, float[] SingularValues, long? Rank, double[] Norms)
{
    /// <summary>What the norm of such a product grows by with a factor, in the long run: exp((ln 2 + psi(2)) / 2).</summary>
    /// <remarks>
    /// C. M. Newman, Commun. Math. Phys. 103 (1986): n x n standard normal matrices have the exponent (ln 2 + psi(n / 2)) / 2.
    /// </remarks>
    public static double Growth { get; } = Math.Exp((Math.Log(2) + 1 - EulerGamma) / 2);

    private const double EulerGamma = 0.57721566490153286;

    /// <summary>Draws and multiplies.</summary>
    /// <param name="seed">The seed of all of it.</param>
    /// <param name="factors">By how many matrices the first one is multiplied.</param>
    /// <param name="device">Where to multiply. The draws are made on the CPU, so that they are the same for every device.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    public static MatrixProduct Compute(long seed, int factors, Device device, CancellationToken cancellation = default)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        Tensor first = normal(0, 1, [4, 4]).to(device);
        var norms = new double[factors + 1];
        norms[0] = first.NormInFloat64();
        Tensor M = first;
        for (int i = 1; i <= factors; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            M = mm(M, normal(0, 1, [4, 4]).to(device));
            norms[i] = M.NormInFloat64();
        }

        bool isFinite = double.IsFinite(norms[^1]);
        return new(
            TorchPrint.Lines(first),
            TorchPrint.Lines(M),
            M.Floats(),
            isFinite ? linalg.svdvals(M).Floats() : [],
            isFinite ? linalg.matrix_rank(M).item<long>() : null,
            norms);
    }

    /// <summary>The absolutely largest entry of the product; NaN when one is.</summary>
    public double LargestEntry => Entries.Any(float.IsNaN) ? double.NaN : Entries.Max(Math.Abs);

    /// <summary>The last number of factors after which all entries are finite.</summary>
    public int LastFinite => Array.FindLastIndex(Norms, double.IsFinite);

    /// <summary>What the norm grew by with a factor, up to <see cref="LastFinite"/>: the geometric mean. NaN without factors.</summary>
    public double MeanGrowth => Math.Pow(Norms[LastFinite] / Norms[0], 1.0 / LastFinite);
}
