namespace CourseLabs.Labs;

// "퍼셉트론의 동작" (how the perceptron works), "예제 3-1" (example 3-1) and "행렬 표기" (matrix notation) (COURSE E1), as the slides have
// them: the equations by their numbers, and the weights of the OR gate.
public static class PerceptronOr
{
    // Example 3-1: four samples, (b) the perceptron.
    public static readonly double[][] X = [[0, 0], [1, 0], [0, 1], [1, 1]];
    public static readonly int[] Y = [-1, 1, 1, 1];
    public static readonly double[] W = [1, 1];
    public const double W0 = -0.5;

    // (3.1): s = w0 + the sum of w_i x_i.
    public static double S(double[] x)
    {
        var s = W0;
        for (var i = 0; i < W.Length; i++)
            s += W[i] * x[i];
        return s;
    }

    // (3.1): the step function, whose answers are +1 and -1.
    public static int Tau(double s) => s >= 0 ? 1 : -1;

    // (3.3): s = w'x with x = (1, x1, ..., xd) and w = (w0, w1, ..., wd).
    public static double Augmented(double[] x)
    {
        double[] ones = [1, .. x], w = [W0, .. W];
        double s = 0;
        for (var i = 0; i < w.Length; i++)
            s += w[i] * ones[i];
        return s;
    }
}
