using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>
/// The hidden layer's six derivatives: dE/dw11(2) as deck C finds it (COURSE C2), and the five that it leaves as "Do It Yourself"
/// (COURSE C3). A hidden neuron feeds both outputs, so each derivative is a sum of two: one through E1, one through E2.
/// </summary>
public static class HiddenLayer
{
    /// <summary>dE/dw(2), arranged as the slide's matrix [[w11, w21], [w12, w22]], and dE/db(2).</summary>
    public static (Matrix W2, Matrix B2) ByComponents(TwoByTwo network)
    {
        ArgumentNullException.ThrowIfNull(network);
        double a1_1 = network.A1[0, 0], a2_1 = network.A1[0, 1];
        double a1_2 = network.A2[0, 0], a2_2 = network.A2[0, 1];
        double a1_3 = network.A3[0, 0], a2_3 = network.A3[0, 1];
        double t1 = network.T[0, 0], t2 = network.T[0, 1];
        double w11_3 = network.W3[0, 0], w21_3 = network.W3[0, 1], w12_3 = network.W3[1, 0], w22_3 = network.W3[1, 1];

        double w11 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w11_3 * a1_2 * (1 - a1_2) * a1_1)
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w21_3 * a1_2 * (1 - a1_2) * a1_1);

        // Do it yourself. w12 leads to the same neuron from the other input; w21 and w22 to the other neuron; a bias has no input.
        double w12 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w11_3 * a1_2 * (1 - a1_2) * a2_1)
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w21_3 * a1_2 * (1 - a1_2) * a2_1);
        double w21 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w12_3 * a2_2 * (1 - a2_2) * a1_1)
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w22_3 * a2_2 * (1 - a2_2) * a1_1);
        double w22 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w12_3 * a2_2 * (1 - a2_2) * a2_1)
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w22_3 * a2_2 * (1 - a2_2) * a2_1);
        double b1 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w11_3 * a1_2 * (1 - a1_2))
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w21_3 * a1_2 * (1 - a1_2));
        double b2 = ((a1_3 - t1) * a1_3 * (1 - a1_3) * w12_3 * a2_2 * (1 - a2_2))
            + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w22_3 * a2_2 * (1 - a2_2));
        return (Matrix.FromRows([w11, w21], [w12, w22]), Matrix.FromRow(b1, b2));
    }
}
