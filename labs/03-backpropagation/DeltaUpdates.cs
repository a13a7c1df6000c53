namespace CourseLabs.Labs;

// Deck E's "Backpropagation", "오차공식" and "가중치 업데이트하기" (COURSE E7): a 2-2-2 network by deltas. Nodes 1 and 2 are hidden, 3 and 4 the
// outputs, w31 leads to node 3 from node 1. The biases are units that give +1; a weight leads from each to its layer's nodes, and as on the
// slides it is never changed. The slides leave eta out of the updates and have w41 in weightsum_3 where w32 is meant (labs/ERRATA.md).
public sealed record DeltaUpdates(
    double W11, double W12, double W21, double W22, double W31, double W32, double W41, double W42,
    double HiddenBias = 1, double OutputBias = 1)
{
    private const double BiasUnit = 1; // the slide's "+ 1(bias)"

    // The deck has no numbers. These are of M. Mazur, "A Step by Step Backpropagation Example" (2015), the same network; his weights of
    // the bias units are 0.35 and 0.60, the deck's are 1. His figures for the first update hold; the later ones (0.291027924 after one
    // update) take the hidden deltas from output weights that are updated already, the mistake of deck C's train().
    public static DeltaUpdates Mazurs { get; } = new(0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55, HiddenBias: 0.35, OutputBias: 0.60);

    public static DeltaUpdates Decks { get; } = Mazurs with { HiddenBias = 1, OutputBias = 1 };

    public (double Yh1, double Yh2, double Yo1, double Yo2) Forward(double x1, double x2)
    {
        var yh1 = Sigmoid((W11 * x1) + (W12 * x2) + (HiddenBias * BiasUnit)); // weightsum_1
        var yh2 = Sigmoid((W21 * x1) + (W22 * x2) + (HiddenBias * BiasUnit));
        var yo1 = Sigmoid((W31 * yh1) + (W32 * yh2) + (OutputBias * BiasUnit)); // weightsum_3
        var yo2 = Sigmoid((W41 * yh1) + (W42 * yh2) + (OutputBias * BiasUnit));
        return (yh1, yh2, yo1, yo2);
    }

    // error_Yout = 1/2 (yt1 - yo1)^2 + 1/2 (yt2 - yo2)^2
    public double Error(double x1, double x2, double yt1, double yt2)
    {
        (_, _, var yo1, var yo2) = Forward(x1, x2);
        return (0.5 * (yt1 - yo1) * (yt1 - yo1)) + (0.5 * (yt2 - yo2) * (yt2 - yo2));
    }

    // The derivative of the error by every weight, in its weight's place: a node's delta times what comes into it.
    public DeltaUpdates Gradient(double x1, double x2, double yt1, double yt2)
    {
        (var yh1, var yh2, var yo1, var yo2) = Forward(x1, x2);
        var deltaO1 = (yo1 - yt1) * yo1 * (1 - yo1);
        var deltaO2 = (yo2 - yt2) * yo2 * (1 - yo2);
        var deltaH1 = ((deltaO1 * W31) + (deltaO2 * W41)) * yh1 * (1 - yh1);
        var deltaH2 = ((deltaO1 * W32) + (deltaO2 * W42)) * yh2 * (1 - yh2);
        return new(
            deltaH1 * x1, deltaH1 * x2, deltaH2 * x1, deltaH2 * x2, deltaO1 * yh1, deltaO1 * yh2, deltaO2 * yh1, deltaO2 * yh2,
            (deltaH1 + deltaH2) * BiasUnit, (deltaO1 + deltaO2) * BiasUnit);
    }

    // w(t+1) = w(t) - eta derror/dw for every weight at once: w11's delta needs w31 from before its update. The slide's eta is 1.
    public DeltaUpdates Step(DeltaUpdates gradient, double eta) => this with
    {
        W11 = W11 - (eta * gradient.W11), W12 = W12 - (eta * gradient.W12),
        W21 = W21 - (eta * gradient.W21), W22 = W22 - (eta * gradient.W22),
        W31 = W31 - (eta * gradient.W31), W32 = W32 - (eta * gradient.W32),
        W41 = W41 - (eta * gradient.W41), W42 = W42 - (eta * gradient.W42),
    };

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
