using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// Deck D, 4.7 순전파, 역전파 (COURSE D2): a 2-2-2 sigmoid network without biases that learns by deltas. The deck has formulas and no code. It
// writes w_{j,i}(l) for the weight to neuron j from neuron i; here neuron j has a column, so that z(2) = a(1) W(1). It forgets eta in its
// updates (labs/ERRATA.md).
public sealed class DeltaNetwork(Matrix w1, Matrix w2)
{
    private Matrix a1 = new(1, 2), a2 = new(1, 2), a3 = new(1, 2);

    public Matrix W1 { get; private set; } = w1;

    public Matrix W2 { get; private set; } = w2;

    // Step 1, 순전파: forwards.
    public Matrix Forward(Matrix x)
    {
        a1 = x;
        a2 = Phi(a1.Dot(W1));
        a3 = Phi(a2.Dot(W2));
        return a3;
    }

    // "목적 함수": J = J1 + J2 of the last forward pass, J_k = 1/2 (a_k(3) - y_k)^2.
    public double J(Matrix y)
    {
        ShapeException.ThrowUnlessSame(a3, y, "Output and target");
        return 0.5 * ((a3 - y) * (a3 - y)).Sum();
    }

    public (Matrix Delta3, Matrix Delta2) Deltas(Matrix y)
    {
        ShapeException.ThrowUnlessSame(a3, y, "Output and target");
        var delta3 = (a3 - y) * a3 * (1 - a3);
        var delta2 = delta3.Dot(W2.T) * a2 * (1 - a2);
        return (delta3, delta2);
    }

    // dJ/dw_{j,i}(l) = delta_j(l+1) a_i(l)
    public (Matrix W1, Matrix W2) Gradients(Matrix delta3, Matrix delta2) => (a1.T.Dot(delta2), a2.T.Dot(delta3));

    // Steps 2 and 3, "가중치 업데이트 식": w(l) = w(l) - eta delta(l+1) a(l), for every weight.
    public void Update(Matrix y, double eta)
    {
        (var delta3, var delta2) = Deltas(y);
        (var dW1, var dW2) = Gradients(delta3, delta2);
        W1 -= eta * dW1;
        W2 -= eta * dW2;
    }

    // Step 4: again until J is within the error tolerance or the iteration limit is reached. Returns J before each update, and at the end.
    public List<double> Train(Matrix x, Matrix y, double eta, int limit, double tolerance, Action<int, double>? print = null)
    {
        List<double> js = [];
        for (var iteration = 0; ; iteration++)
        {
            Forward(x);
            js.Add(J(y));
            print?.Invoke(iteration, js[^1]);
            if (js[^1] <= tolerance || iteration == limit)
                return js;
            Update(y, eta);
        }
    }

    private static Matrix Phi(Matrix z) => z.Map(v => 1 / (1 + Math.Exp(-v)));
}
