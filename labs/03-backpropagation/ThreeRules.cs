using CourseLabs.Backprop.Activations;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>
/// The appendix of deck C, written out as its last slide does for two hidden layers (COURSE C5).
/// <see cref="CourseLabs.Backprop.Networks.Network"/> is the same three rules in a loop, for any depth.
/// </summary>
public static class ThreeRules
{
    /// <summary>dE by W2, b2, W3, b3, W4 and b4 of a sigmoid network with E = 1/2 sum (target - a)^2.</summary>
    /// <param name="x">A(1), one row.</param>
    /// <param name="target">One row.</param>
    /// <param name="weights">W2, b2, W3, b3, W4, b4.</param>
    public static Matrix[] TwoHiddenLayers(Matrix x, Matrix target, IReadOnlyList<Matrix> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var sigmoid = new Sigmoid();
        (Matrix w3, Matrix w4) = (weights[2], weights[4]);

        Matrix a1 = x;
        Matrix a2 = sigmoid.Forward(a1.Dot(weights[0]) + weights[1]);
        Matrix a3 = sigmoid.Forward(a2.Dot(w3) + weights[3]);
        Matrix a4 = sigmoid.Forward(a3.Dot(w4) + weights[5]);

        // Rule 1: the output layer's loss.
        Matrix loss4 = (a4 - target) * a4 * (1 - a4);
        // Rule 2: a hidden layer's loss, from the next layer's.
        Matrix loss3 = loss4.Dot(w4.T) * a3 * (1 - a3);
        Matrix loss2 = loss3.Dot(w3.T) * a2 * (1 - a2);
        // Rule 3: every layer's dW = (what the layer before gave)' loss, db = loss.
        return [a1.T.Dot(loss2), loss2, a2.T.Dot(loss3), loss3, a3.T.Dot(loss4), loss4];
    }
}
