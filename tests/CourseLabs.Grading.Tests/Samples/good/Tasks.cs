using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace Lab03;

/// <summary>
/// Lab 03, backpropagation by hand. A batch holds one example a row; a weight matrix is (inputs x outputs), a bias (1 x outputs).
/// <c>A.Dot(B)</c> is the matrix product, <c>A * B</c> works entry by entry, <c>A.T</c> is the transpose.
/// </summary>
public static class Tasks
{
    /// <summary>
    /// Task 3.1: the six derivatives of loss = y* - y, where y* = w3 s(w2 s(w1 x + b1) + b2) + b3 and s is the sigmoid.
    /// </summary>
    public static (double dw1, double db1, double dw2, double db2, double dw3, double db3) ScalarGradients(
        double x, double w1, double b1, double w2, double b2, double w3)
    {
        var h1 = Sigmoid((w1 * x) + b1);
        var h2 = Sigmoid((w2 * h1) + b2);

        // Backwards: d is what arrives at each neuron.
        double d3 = 1;
        double d2 = d3 * w3 * (h2 - (h2 * h2));
        double d1 = d2 * w2 * (h1 - (h1 * h1));
        return (d1 * x, d1, d2 * h1, d2, d3 * h2, d3);
    }

    /// <summary>Task 3.2: the derivative of f at x by the central difference with the step h.</summary>
    public static double CentralDifference(Func<double, double> f, double x, double h)
    {
        double left = f(x - h);
        double right = f(x + h);
        return (right - left) / h / 2;
    }

    /// <summary>
    /// Task 3.3: how far two gradients are apart: ||a - b|| / max(||a||, ||b||), where ||a|| is the root of the sum of the squares. Two
    /// gradients that are all 0 are equal: 0.
    /// </summary>
    public static double RelativeError(double[] a, double[] b)
    {
        double Norm(IEnumerable<double> v) => Math.Sqrt(v.Select(e => e * e).Sum());
        double bigger = Math.Max(Norm(a), Norm(b));
        if (bigger == 0)
            return 0;
        return Norm(a.Zip(b, (p, q) => p - q)) / bigger;
    }

    /// <summary>
    /// Task 3.4: the delta dE/dz of a sigmoid output layer under E = 1/2 sum (t - a)^2; a and t are (rows x outputs).
    /// </summary>
    public static Matrix OutputDelta(Matrix a, Matrix t)
    {
        Matrix sigmoidPrime = a - (a * a);
        return sigmoidPrime * (a - t);
    }

    /// <summary>
    /// Task 3.5: the delta of a sigmoid hidden layer with the output a (rows x n). The next layer has the delta nextDelta (rows x m) and the
    /// weights w (n x m).
    /// </summary>
    public static Matrix HiddenDelta(Matrix nextDelta, Matrix w, Matrix a)
    {
        Matrix back = nextDelta.Dot(w.T);
        return back * (a - (a * a));
    }

    /// <summary>
    /// Task 3.6: a layer's gradients dE/dW (inputs x outputs) and dE/db (1 x outputs) over a batch, from the output of the layer before it
    /// (rows x inputs) and its delta (rows x outputs).
    /// </summary>
    public static (Matrix dW, Matrix db) LayerGradients(Matrix previous, Matrix delta)
    {
        Matrix dW = previous.T.Dot(delta);
        Matrix db = delta.SumOfRows();
        return (dW, db);
    }

    /// <summary>
    /// Task 3.7: the slide's "Do It Yourself" with tanh instead of the sigmoid in both layers. E = 1/2 sum (t - a)^2; the weights stand as
    /// w2 = [[w11, w21], [w12, w22]], where w21 leads to neuron 2 from neuron 1; a1, t, b2 and b3 are (1 x 2). Return the derivatives of E by
    /// w21(2), w12(2), w22(2), b1(2) and b2(2).
    /// </summary>
    public static (double dw21, double dw12, double dw22, double db1, double db2) DoItYourself(
        Matrix a1, Matrix t, Matrix w2, Matrix b2, Matrix w3, Matrix b3)
    {
        var a2 = (a1.Dot(w2) + b2).Map(Math.Tanh);
        var a3 = (a2.Dot(w3) + b3).Map(Math.Tanh);

        Matrix out3 = (a3 - t) * (1 - (a3 * a3));
        Matrix out2 = out3.Dot(w3.T) * (1 - (a2 * a2));
        Matrix dW2 = a1.T.Dot(out2);
        return (dW2[0, 1], dW2[1, 0], dW2[1, 1], out2[0, 0], out2[0, 1]);
    }

    /// <summary>
    /// Task 3.8: the gradients of a sigmoid network of any depth under E = 1/2 sum (t - a)^2. weights is W2, b2, W3, b3, ...; the gradients
    /// come in the same order. x is (rows x inputs), t (rows x outputs).
    /// </summary>
    public static Matrix[] AnyDepth(Matrix x, Matrix t, Matrix[] weights)
    {
        var outputs = new List<Matrix> { x };
        for (var i = 0; i < weights.Length; i += 2)
            outputs.Add((outputs[^1].Dot(weights[i]) + weights[i + 1]).Map(Sigmoid));

        var gradients = new Matrix[weights.Length];

        int layers = weights.Length / 2;
        Matrix delta = (outputs[layers] - t) * outputs[layers] * (1 - outputs[layers]);
        for (int l = layers - 1; l >= 0; l--)
        {
            gradients[2 * l] = outputs[l].T.Dot(delta);
            gradients[(2 * l) + 1] = delta.SumOfRows();
            if (l > 0)
                delta = delta.Dot(weights[2 * l].T) * outputs[l] * (1 - outputs[l]);
        }

        return gradients;
    }

    /// <summary>
    /// Task 3.9: one step of gradient descent with the learning rate eta: the new weights. The old ones stay as they are.
    /// </summary>
    public static Matrix[] Step(Matrix[] weights, Matrix[] gradients, double eta)
    {
        return weights.Zip(gradients, (w, g) => w - (eta * g)).ToArray();
    }

    /// <summary>
    /// Task 3.10: the same gradients by autograd: of E = 1/2 sum (t - a)^2 by w2, b2, w3 and b3, where a is the output of two sigmoid layers.
    /// The tensors are float64 and ask for no gradient yet: work on <c>w2.clone().requires_grad_()</c>, so that the caller's stay as they are.
    /// </summary>
    public static Tensor[] AutogradGradients(Tensor x, Tensor t, Tensor w2, Tensor b2, Tensor w3, Tensor b3)
    {
        Tensor[] p = new[] { w2, b2, w3, b3 }.Select(w => w.detach().clone().requires_grad_(true)).ToArray();
        Tensor hidden = sigmoid(matmul(x, p[0]) + p[1]);
        Tensor output = sigmoid(matmul(hidden, p[2]) + p[3]);
        (0.5 * (t - output).square().sum()).backward();
        return p.Select(w => w.grad!).ToArray();
    }

    /// <summary>
    /// Task 3.11: gradients add up in <c>grad</c> until somebody clears them. Return the gradient of the sum of (w x)^2 by w for the first
    /// batch, then that for the second batch alone, by autograd, on one copy of w. w is (n), a batch (rows x n); w x is entry by entry.
    /// </summary>
    public static (Tensor first, Tensor second) TwoBatches(Tensor w, Tensor firstBatch, Tensor secondBatch)
    {
        var leaf = w.clone().requires_grad_();

        Tensor GradientOf(Tensor batch)
        {
            leaf.grad?.zero_();
            (leaf * batch).square().sum().backward();
            return leaf.grad!.clone();
        }

        return (GradientOf(firstBatch), GradientOf(secondBatch));
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
