using CourseLabs.Matrices;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>Other right answers to lab 01: none may be refused.</summary>
public static class OtherOrder
{
    public static (double, double, double) FirstActivations(double x) =>
        (Math.Max(0, Math.Sign(x)), 0.5 * (1 + Math.Tanh(x / 2)), x >= 0 ? x : 0);

    public static double[] Softmax(double[] x)
    {
        // The logarithm of the sum first.
        var largest = double.NegativeInfinity;
        foreach (var v in x)
            largest = v > largest ? v : largest;
        double sum = 0;
        for (var i = x.Length - 1; i >= 0; i--)
            sum += Math.Exp(x[i] - largest);
        return [.. x.Select(v => Math.Exp(v - largest - Math.Log(sum)))];
    }

    public static int[] PerceptronOutputs(Matrix x, double[] w) =>
        [.. Enumerable.Range(0, x.Rows).Select(i => x.Row(i).ToArray().Zip(w.Skip(1), (a, b) => a * b).Sum() < -w[0] ? -1 : 1)];

    public static (int[] and, int[] or) AndOr(Matrix x)
    {
        int[] Outputs(double w0, double w1, double w2) => PerceptronOutputs(x, [w0, w1, w2]);
        return (Outputs(-30, 20, 20), Outputs(-10, 20, 30)); // weights of other sizes
    }

    public static int[] Xor(Matrix x)
    {
        // "Only x1" or "only x2".
        int Tau(double s) => s >= 0 ? 1 : -1;
        return [.. Enumerable.Range(0, x.Rows).Select(i => Tau(Tau(x[i, 0] - x[i, 1] - 0.5) + Tau(x[i, 1] - x[i, 0] - 0.5) + 0.5))];
    }

    public static double[] PerceptronStep(double[] w, double[] x, int t, double eta)
    {
        var s = w[0];
        for (var i = 0; i < x.Length; i++)
            s += x[i] * w[i + 1];
        var next = (double[])w.Clone();
        if (t * (s < 0 ? -1 : 1) > 0)
            return next;
        next[0] += 2 * t * eta;
        for (var i = 0; i < x.Length; i++)
            next[i + 1] += x[i] * t * eta * 2;
        return next;
    }

    public static (double[] w, int epochs) Train(Matrix x, int[] t, double eta, int maxEpochs)
    {
        var w = new double[x.Columns + 1];
        for (var epoch = 0; epoch < maxEpochs; epoch++)
        {
            var before = w;
            for (var row = 0; row < x.Rows; row++)
                w = PerceptronStep(w, x.Row(row).ToArray(), t[row], eta);
            if (PerceptronOutputs(x, w).SequenceEqual(t) && before.SequenceEqual(w))
                return (w, epoch + 1);
        }

        return (w, maxEpochs);
    }

    public static (double f, double slope) Elu(double x, double alpha)
    {
        var f = Math.Max(0, x) + (alpha * (Math.Exp(Math.Min(0, x)) - 1));
        return (f, x < 0 ? f + alpha : 1); // the slide's f + alpha
    }

    public static (double f, double slope) Softplus(double x) =>
        x > 30 ? (x, 1) : (Math.Log(1 + Math.Exp(x)), Math.Exp(x) / (1 + Math.Exp(x)));

    public static Tensor FiringRates(Tensor inputs, Tensor weights, double bias) =>
        1 / (1 + exp(-((inputs * weights).sum(dim: 1) + bias)));

    public static Tensor SoftmaxRows(Tensor x) => stack(Enumerable.Range(0, (int)x.shape[0]).Select(i => nn.functional.softmax(x[i], 0)).ToArray());

    public static Tensor Maxout(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
    {
        Tensor first = addmm(b1, x, w1, 1, 1), second = nn.functional.linear(x, w2.t(), b2);
        return where(first > second, first, second);
    }

    public static Tensor[] Slopes(Tensor x, double alpha)
    {
        // One leaf, with a fresh gradient each time.
        var leaf = x.clone().requires_grad_();
        Tensor[] outputs =
        [
            leaf.tanh(), leaf.atan(), leaf.relu(), nn.functional.prelu(leaf, tensor(new[] { alpha })), nn.ELU(alpha).call(leaf),
            nn.Softplus().call(leaf),
        ];
        return [.. outputs.Select(y => autograd.grad([y], [leaf], [torch.ones_like(y)])[0])];
    }

    public static (Tensor w, Tensor b) Collapse(Tensor[] weights, Tensor[] biases)
    {
        // From the last layer to the first.
        (var w, var b) = (eye(3, dtype: ScalarType.Float64), zeros(3, ScalarType.Float64));
        for (var i = weights.Length - 1; i >= 0; i--)
            (w, b) = (w.mm(weights[i]), w.mv(biases[i]) + b);
        return (w, b);
    }

    public static nn.Module<Tensor, Tensor> NonDeep(int inputs, int hidden, int outputs) =>
        nn.Sequential(("first", nn.Linear(inputs, hidden)), ("act", nn.Sigmoid()), ("second", nn.Linear(hidden, outputs)));
}

public static class Float32AndFloat64
{
    public static Tensor FiringRates(Tensor inputs, Tensor weights, double bias) =>
        inputs.to(ScalarType.Float64).mv(weights.to(ScalarType.Float64)).add(bias).sigmoid();

    public static Tensor SoftmaxRows(Tensor x) => nn.Softmax(1).call(x);

    public static Tensor[] Slopes(Tensor x, double alpha)
    {
        var z = x.to(ScalarType.Float32);
        return
        [
            1 - (z.tanh() * z.tanh()), 1 / (1 + (z * z)), (z > 0).to(ScalarType.Float32), where(z > 0, ones_like(z), full_like(z, alpha)),
            where(z > 0, ones_like(z), alpha * z.exp()), z.sigmoid(),
        ];
    }

    public static (Tensor w, Tensor b) Collapse(Tensor[] weights, Tensor[] biases)
    {
        (var w, var b) = (weights[0].to(ScalarType.Float32), biases[0].to(ScalarType.Float32));
        foreach ((var nextW, var nextB) in weights.Zip(biases).Skip(1))
        {
            var next = nextW.to(ScalarType.Float32);
            b = nn.functional.linear(b, next, nextB.to(ScalarType.Float32));
            w = next.mm(w);
        }

        return (w, b);
    }
}
