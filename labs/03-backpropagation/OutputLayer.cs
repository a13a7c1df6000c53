using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>The output layer's six derivatives as deck C finds them, one after the other (COURSE C2). a1_2 is the slide's a1(2).</summary>
public static class OutputLayer
{
    /// <summary>dE/dw(3), arranged as the slide's matrix [[w11, w21], [w12, w22]], and dE/db(3).</summary>
    public static (Matrix W3, Matrix B3) ByComponents(TwoByTwo network)
    {
        ArgumentNullException.ThrowIfNull(network);
        double a1_2 = network.A2[0, 0], a2_2 = network.A2[0, 1];
        double a1_3 = network.A3[0, 0], a2_3 = network.A3[0, 1];
        double t1 = network.T[0, 0], t2 = network.T[0, 1];

        double w11 = (a1_3 - t1) * a1_3 * (1 - a1_3) * a1_2;
        double w21 = (a2_3 - t2) * a2_3 * (1 - a2_3) * a1_2;
        double w12 = (a1_3 - t1) * a1_3 * (1 - a1_3) * a2_2;
        double w22 = (a2_3 - t2) * a2_3 * (1 - a2_3) * a2_2;
        double b1 = (a1_3 - t1) * a1_3 * (1 - a1_3);
        double b2 = (a2_3 - t2) * a2_3 * (1 - a2_3);
        return (Matrix.FromRows([w11, w21], [w12, w22]), Matrix.FromRow(b1, b2));
    }
}
