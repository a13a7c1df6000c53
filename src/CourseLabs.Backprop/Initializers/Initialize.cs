namespace CourseLabs.Backprop.Initializers;

/// <summary>The usual ways to draw a layer's first weights (COURSE C4, D5), by the variance they give.</summary>
public static class Initialize
{
    /// <summary>All 0.</summary>
    public static Initializer Zeros { get; } = (_, _, _) => 0;

    /// <summary>
    /// The slide's <c>randn(n_in, n_out) / sqrt(n_in)</c>: variance 1 / n_in. The slide calls it Xavier (COURSE C!), whose variance is
    /// 2 / (n_in + n_out).
    /// </summary>
    public static Initializer ScaledNormal { get; } = (random, inputs, _) => random.NextNormal() / Math.Sqrt(inputs);

    /// <summary>
    /// Glorot and Bengio's normal draw: variance 2 / (n_in + n_out). Deck D gives the root of it as the variance (COURSE D5!).
    /// </summary>
    public static Initializer XavierNormal { get; } = (random, inputs, outputs) =>
        random.NextNormal() * Math.Sqrt(2.0 / (inputs + outputs));

    /// <summary>Glorot and Bengio's uniform draw on [-c, c], c = sqrt(6 / (n_in + n_out)): variance c^2 / 3 = 2 / (n_in + n_out).</summary>
    public static Initializer XavierUniform { get; } = (random, inputs, outputs) => random.NextUniform(Math.Sqrt(6.0 / (inputs + outputs)));

    /// <summary>He's normal draw, for ReLU: variance 2 / n_in.</summary>
    public static Initializer HeNormal { get; } = (random, inputs, _) => random.NextNormal() * Math.Sqrt(2.0 / inputs);

    /// <summary>He's uniform draw on [-c, c], c = sqrt(6 / n_in), for ReLU: variance 2 / n_in.</summary>
    public static Initializer HeUniform { get; } = (random, inputs, _) => random.NextUniform(Math.Sqrt(6.0 / inputs));

    /// <summary>A normal draw: variance std^2.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation.</param>
    /// <returns>The initializer.</returns>
    public static Initializer Normal(double mean = 0, double std = 1) => (random, _, _) => mean + std * random.NextNormal();

    /// <summary>A uniform draw: variance (high - low)^2 / 12. The slide's biases are <c>rand</c>, from 0 to 1 (COURSE C4).</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">What all values are below.</param>
    /// <returns>The initializer.</returns>
    public static Initializer Uniform(double low = 0, double high = 1) => (random, _, _) => low + (high - low) * random.NextDouble();

    /// <summary>A draw from N(0, 1), by Box and Muller's formula sqrt(-2 ln u) cos(2 pi v).</summary>
    /// <param name="random">Where the randomness comes from.</param>
    /// <returns>The number.</returns>
    public static double NextNormal(this Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        // NextDouble is below 1 and may be 0, whose logarithm is not finite.
        var u = 1 - random.NextDouble();
        return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    private static double NextUniform(this Random random, double bound) => bound * (2 * random.NextDouble() - 1);
}
