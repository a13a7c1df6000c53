using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Initializers;

/// <summary>Draws one weight (or bias) of a layer; <see cref="Initialize"/> has the usual ones.</summary>
/// <param name="random">Where the randomness comes from.</param>
/// <param name="inputs">The layer's inputs, n_in ("fan in").</param>
/// <param name="outputs">The layer's outputs, n_out ("fan out").</param>
/// <returns>The weight.</returns>
public delegate double Initializer(Random random, int inputs, int outputs);

internal static class InitializerExtensions
{
    /// <summary>Draws every entry, row after row.</summary>
    public static Matrix Fill(this Matrix matrix, Initializer initializer, int inputs, int outputs, Random random)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref var value in matrix.Values)
            value = initializer(random, inputs, outputs);
        return matrix;
    }
}
