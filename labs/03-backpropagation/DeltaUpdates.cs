namespace CourseLabs.Labs;

/// <summary>
/// Deck E's 2-2-2 network by deltas (COURSE E7): nodes 1 and 2 are hidden, 3 and 4 the outputs, and w31 leads to node 3 from node 1. A
/// bias is added to each weighted sum and, as on the slides, never changed. A step leaves the network as it is and gives the next one.
/// </summary>
/// <remarks>The slide's weightsum_3 has w41 where w32 is meant (COURSE E!).</remarks>
public sealed record DeltaUpdates(
    double W11, double W12, double W21, double W22, double W31, double W32, double W41, double W42, double HiddenBias, double OutputBias)
{
    /// <summary>
    /// The numbers of Matt Mazur's "A Step by Step Backpropagation Example" (2015), whose network is this one; the deck has no numbers.
    /// His figures for the first update hold; the later ones (0.291027924 after one update) take the hidden deltas from output weights
    /// that are updated already, the mistake of deck C's train() (COURSE C!).
    /// </summary>
    public static DeltaUpdates Mazurs { get; } = new(0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55, 0.35, 0.60);

    /// <summary>The network's answer, with what it had on the way.</summary>
    public (double Yh1, double Yh2, double Yo1, double Yo2) Forward(double x1, double x2)
    {
        double yh1 = Sigmoid((W11 * x1) + (W12 * x2) + HiddenBias);
        double yh2 = Sigmoid((W21 * x1) + (W22 * x2) + HiddenBias);
        double yo1 = Sigmoid((W31 * yh1) + (W32 * yh2) + OutputBias);
        double yo2 = Sigmoid((W41 * yh1) + (W42 * yh2) + OutputBias);
        return (yh1, yh2, yo1, yo2);
    }

    /// <summary>error_Yout = 1/2 (yt1 - yo1)^2 + 1/2 (yt2 - yo2)^2.</summary>
    public double Error(double x1, double x2, double yt1, double yt2)
    {
        (_, _, double yo1, double yo2) = Forward(x1, x2);
        return (0.5 * (yt1 - yo1) * (yt1 - yo1)) + (0.5 * (yt2 - yo2) * (yt2 - yo2));
    }

    /// <summary>The derivative of the error by every weight: a node's delta times what comes into it.</summary>
    /// <returns>The derivatives, each in its weight's place; those by the biases are left 0.</returns>
    public DeltaUpdates Gradient(double x1, double x2, double yt1, double yt2)
    {
        (double yh1, double yh2, double yo1, double yo2) = Forward(x1, x2);
        double deltaO1 = (yo1 - yt1) * yo1 * (1 - yo1);
        double deltaO2 = (yo2 - yt2) * yo2 * (1 - yo2);
        double deltaH1 = ((deltaO1 * W31) + (deltaO2 * W41)) * yh1 * (1 - yh1);
        double deltaH2 = ((deltaO1 * W32) + (deltaO2 * W42)) * yh2 * (1 - yh2);
        return new(
            deltaH1 * x1, deltaH1 * x2, deltaH2 * x1, deltaH2 * x2, deltaO1 * yh1, deltaO1 * yh2, deltaO2 * yh1, deltaO2 * yh2, 0, 0);
    }

    /// <summary>w(t+1) = w(t) - eta derror/dw for every weight at once: w11's delta needs w31 from before its update.</summary>
    /// <param name="gradient">From <see cref="Gradient"/>.</param>
    /// <param name="eta">The learning rate; the slide leaves it out of its update (COURSE E7!), as if it were 1.</param>
    public DeltaUpdates Step(DeltaUpdates gradient, double eta)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        return new(
            W11 - (eta * gradient.W11), W12 - (eta * gradient.W12), W21 - (eta * gradient.W21), W22 - (eta * gradient.W22),
            W31 - (eta * gradient.W31), W32 - (eta * gradient.W32), W41 - (eta * gradient.W41), W42 - (eta * gradient.W42),
            HiddenBias, OutputBias);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
