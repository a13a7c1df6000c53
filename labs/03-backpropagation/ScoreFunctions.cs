using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>
/// The score functions of cs231n (COURSE B2), with x and the scores as columns: f = W x, f = W2 max(0, W1 x),
/// f = W3 max(0, W2 max(0, W1 x)). Behind each stand its gradients by hand, given df, the gradient by the scores.
/// </summary>
public static class ScoreFunctions
{
    /// <summary>f = W x.</summary>
    /// <param name="w">(scores x inputs).</param>
    /// <param name="x">(inputs x 1).</param>
    /// <returns>(scores x 1).</returns>
    public static Matrix Linear(Matrix w, Matrix x) => Checked(w).Dot(x);

    /// <summary>dW = df x'.</summary>
    public static Matrix[] LinearGradients(Matrix x, Matrix df) => [Checked(df).Dot(Checked(x).T)];

    /// <summary>f = W2 max(0, W1 x).</summary>
    /// <param name="w1">(hidden x inputs).</param>
    /// <param name="w2">(scores x hidden).</param>
    /// <param name="x">(inputs x 1).</param>
    /// <returns>(scores x 1).</returns>
    public static Matrix TwoLayers(Matrix w1, Matrix w2, Matrix x) => Checked(w2).Dot(Relu(Checked(w1).Dot(x)));

    /// <summary>dW1 and dW2: max routes the gradient to where the sum was above 0.</summary>
    public static Matrix[] TwoLayersGradients(Matrix w1, Matrix w2, Matrix x, Matrix df)
    {
        Matrix z1 = Checked(w1).Dot(Checked(x));
        Matrix dZ1 = Checked(w2).T.Dot(df) * IsAbove0(z1);
        return [dZ1.Dot(x.T), Checked(df).Dot(Relu(z1).T)];
    }

    /// <summary>f = W3 max(0, W2 max(0, W1 x)).</summary>
    /// <param name="w1">(hidden 1 x inputs).</param>
    /// <param name="w2">(hidden 2 x hidden 1).</param>
    /// <param name="w3">(scores x hidden 2).</param>
    /// <param name="x">(inputs x 1).</param>
    /// <returns>(scores x 1).</returns>
    public static Matrix ThreeLayers(Matrix w1, Matrix w2, Matrix w3, Matrix x) =>
        Checked(w3).Dot(Relu(Checked(w2).Dot(Relu(Checked(w1).Dot(x)))));

    /// <summary>dW1, dW2 and dW3: the same step once more.</summary>
    public static Matrix[] ThreeLayersGradients(Matrix w1, Matrix w2, Matrix w3, Matrix x, Matrix df)
    {
        Matrix z1 = Checked(w1).Dot(Checked(x));
        Matrix z2 = Checked(w2).Dot(Relu(z1));
        Matrix dZ2 = Checked(w3).T.Dot(df) * IsAbove0(z2);
        Matrix dZ1 = w2.T.Dot(dZ2) * IsAbove0(z1);
        return [dZ1.Dot(x.T), dZ2.Dot(Relu(z1).T), Checked(df).Dot(Relu(z2).T)];
    }

    private static Matrix Relu(Matrix z) => z.Map(v => Math.Max(0, v));

    private static Matrix IsAbove0(Matrix z) => z.Map(v => v > 0 ? 1 : 0);

    private static Matrix Checked(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix;
    }
}
