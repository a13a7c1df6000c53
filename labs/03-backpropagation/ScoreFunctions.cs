using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// cs231n, lecture 4, "[Neural Networks]" (COURSE B2): the score functions, with x and the scores as columns, so that W comes first.
// The slide has the scores only. Behind each stand its gradients by hand, given df, the gradient by the scores.
public static class ScoreFunctions
{
    // f = W x
    public static Matrix Linear(Matrix w, Matrix x) => w.Dot(x);

    public static Matrix[] LinearGradients(Matrix x, Matrix df) => [df.Dot(x.T)];

    // f = W2 max(0, W1 x)
    public static Matrix TwoLayers(Matrix w1, Matrix w2, Matrix x) => w2.Dot(Max0(w1.Dot(x)));

    public static Matrix[] TwoLayersGradients(Matrix w1, Matrix w2, Matrix x, Matrix df)
    {
        var z1 = w1.Dot(x);
        var dZ1 = w2.T.Dot(df) * IsAbove0(z1); // max routes the gradient to where the sum was above 0
        return [dZ1.Dot(x.T), df.Dot(Max0(z1).T)];
    }

    // f = W3 max(0, W2 max(0, W1 x))
    public static Matrix ThreeLayers(Matrix w1, Matrix w2, Matrix w3, Matrix x) => w3.Dot(Max0(w2.Dot(Max0(w1.Dot(x)))));

    public static Matrix[] ThreeLayersGradients(Matrix w1, Matrix w2, Matrix w3, Matrix x, Matrix df)
    {
        var z1 = w1.Dot(x);
        var z2 = w2.Dot(Max0(z1));
        var dZ2 = w3.T.Dot(df) * IsAbove0(z2);
        var dZ1 = w2.T.Dot(dZ2) * IsAbove0(z1);
        return [dZ1.Dot(x.T), dZ2.Dot(Max0(z1).T), df.Dot(Max0(z2).T)];
    }

    private static Matrix Max0(Matrix z) => z.Map(v => Math.Max(0, v));

    private static Matrix IsAbove0(Matrix z) => z.Map(v => v > 0 ? 1 : 0);
}
