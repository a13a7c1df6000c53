using CourseLabs.Backprop.Activations;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>
/// Deck C's network of 2 inputs, 2 hidden and 2 output neurons, all sigmoids, with E = 1/2 sum (t - a)^2 (COURSE C2). Its weights stand as
/// on the slides, inputs x outputs: W = [[w11, w21], [w12, w22]], where w21 leads to neuron 2 from neuron 1.
/// </summary>
public sealed class TwoByTwo
{
    /// <summary>A network and the row that it is shown, with the forward pass done.</summary>
    /// <param name="x">A(1), (1 x 2).</param>
    /// <param name="t">What the output should be, (1 x 2).</param>
    /// <param name="w2">W(2), (2 x 2).</param>
    /// <param name="b2">b(2), (1 x 2).</param>
    /// <param name="w3">W(3), (2 x 2).</param>
    /// <param name="b3">b(3), (1 x 2).</param>
    public TwoByTwo(Matrix x, Matrix t, Matrix w2, Matrix b2, Matrix w3, Matrix b3)
    {
        (A1, T, W2, B2, W3, B3) = (x, t, w2, b2, w3, b3);
        var sigmoid = new Sigmoid();
        Z2 = A1.Dot(W2) + B2;
        A2 = sigmoid.Forward(Z2);
        Z3 = A2.Dot(W3) + B3;
        A3 = sigmoid.Forward(Z3);
    }

    /// <summary>The input, (1 x 2).</summary>
    public Matrix A1 { get; }

    /// <summary>The target, (1 x 2).</summary>
    public Matrix T { get; }

    /// <summary>The hidden layer's weights, (2 x 2).</summary>
    public Matrix W2 { get; }

    /// <summary>The hidden layer's biases, (1 x 2).</summary>
    public Matrix B2 { get; }

    /// <summary>The output layer's weights, (2 x 2).</summary>
    public Matrix W3 { get; }

    /// <summary>The output layer's biases, (1 x 2).</summary>
    public Matrix B3 { get; }

    /// <summary>The hidden layer's sums, (1 x 2).</summary>
    public Matrix Z2 { get; }

    /// <summary>The hidden layer's sigmoids, (1 x 2).</summary>
    public Matrix A2 { get; }

    /// <summary>The output layer's sums, (1 x 2).</summary>
    public Matrix Z3 { get; }

    /// <summary>The output, (1 x 2).</summary>
    public Matrix A3 { get; }

    /// <summary>E = 1/2 sum (t - a)^2.</summary>
    public double Error => 0.5 * ((T - A3) * (T - A3)).Sum();

    /// <summary>The gradients in the deck's matrix form, with its names.</summary>
    public Gradients ByMatrices()
    {
        Matrix loss3 = (A3 - T) * A3 * (1 - A3);
        Matrix loss2 = loss3.Dot(W3.T) * (A2 * (1 - A2));
        return new(A1.T.Dot(loss2), loss2, A2.T.Dot(loss3), loss3);
    }

    /// <summary>E and its gradients by autograd.</summary>
    public (double Error, Gradients Gradients) ByAutograd()
    {
        (double error, Matrix[] g) = SigmoidAutograd.Of(A1, T, W2, B2, W3, B3);
        return (error, new(g[0], g[1], g[2], g[3]));
    }

    /// <summary>dE by every weight and bias, each in its matrix's shape.</summary>
    public sealed record Gradients(Matrix W2, Matrix B2, Matrix W3, Matrix B3);
}
