using CourseLabs.Backprop.Activations;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>
/// Deck D's 2-2-2 sigmoid network without biases, learning by deltas (COURSE D2). The deck writes w_{j,i}(l) for the weight to neuron j
/// from neuron i, and W(1) for the first weights; a matrix here has neuron j in its column, so that z(2) = a(1) W(1).
/// </summary>
/// <param name="w1">W(1), (2 x 2); changed by <see cref="Update"/>.</param>
/// <param name="w2">W(2), (2 x 2); changed by <see cref="Update"/>.</param>
public sealed class DeltaNetwork(Matrix w1, Matrix w2)
{
    private readonly Sigmoid phi = new();
    private Matrix a1 = new(0, 0);
    private Matrix a2 = new(0, 0);
    private Matrix a3 = new(0, 0);

    /// <summary>W(1).</summary>
    public Matrix W1 { get; private set; } = w1;

    /// <summary>W(2).</summary>
    public Matrix W2 { get; private set; } = w2;

    /// <summary>Step 1 of the deck: the forward pass.</summary>
    /// <param name="x">(1 x 2).</param>
    /// <returns>a(3), (1 x 2).</returns>
    public Matrix Forward(Matrix x)
    {
        a1 = x;
        a2 = phi.Forward(a1.Dot(W1));
        a3 = phi.Forward(a2.Dot(W2));
        return a3;
    }

    /// <summary>J = J1 + J2 of the last forward pass, J_j = 1/2 (a_j(3) - y_j)^2.</summary>
    public double J(Matrix y) => 0.5 * ((a3 - y) * (a3 - y)).Sum();

    /// <summary>delta(3) and delta(2) of the last forward pass.</summary>
    /// <param name="y">What the output should be, (1 x 2).</param>
    public (Matrix Delta3, Matrix Delta2) Deltas(Matrix y)
    {
        Matrix delta3 = (a3 - y) * a3 * (1 - a3);
        Matrix delta2 = delta3.Dot(W2.T) * a2 * (1 - a2);
        return (delta3, delta2);
    }

    /// <summary>dJ/dW(1) and dJ/dW(2): what comes into a weight times the delta behind it.</summary>
    public (Matrix W1, Matrix W2) Gradients(Matrix delta3, Matrix delta2) => (a1.TransposeDot(delta2), a2.TransposeDot(delta3));

    /// <summary>Steps 2 and 3: w(l) = w(l) - eta delta(l+1) a(l) for every weight. The deck forgets eta (COURSE D2!).</summary>
    public void Update(Matrix y, double eta)
    {
        (Matrix delta3, Matrix delta2) = Deltas(y);
        (Matrix dW1, Matrix dW2) = Gradients(delta3, delta2);
        W1 -= eta * dW1;
        W2 -= eta * dW2;
    }

    /// <summary>Step 4: again until J is at most the tolerance, or the limit is reached.</summary>
    /// <returns>J before each update, and at the end.</returns>
    public IReadOnlyList<double> Train(Matrix x, Matrix y, double eta, int limit, double tolerance, Action<int, double>? report = null)
    {
        var js = new List<double>();
        for (int iteration = 0; ; iteration++)
        {
            Forward(x);
            js.Add(J(y));
            report?.Invoke(iteration, js[^1]);
            if (js[^1] <= tolerance || iteration == limit)
                return js;
            Update(y, eta);
        }
    }
}
