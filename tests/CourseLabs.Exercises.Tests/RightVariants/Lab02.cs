using static TorchSharp.torch;

/// <summary>Other right answers to lab 02: none may be refused.</summary>
public static class OtherOrder
{
    public static (double, double, double) ChainRule(double x, double y, double z)
    {
        double dq = z, dz = x + y; // the mul gate switches, the add gate hands on
        return (1 * dq, 1 * dq, dz);
    }

    public static (double, double, double, double, double) SigmoidNeuron(double w0, double x0, double w1, double x1, double w2)
    {
        // Gate by gate, as on the slide.
        double dot = (w0 * x0) + (w1 * x1) + w2, negative = -dot, exp = Math.Exp(negative), plus = exp + 1;
        var dPlus = -1 / (plus * plus);
        var dNegative = dPlus * exp;
        var d = dNegative * -1;
        return (d * x0, d * w0, d * x1, d * w1, d);
    }

    public static (double, double) Branching(double x, double y) => ((2 * x * y) + (y * y), (x * x) + (2 * x * y)); // multiplied out

    public static (double, double, double) MaxGate(double x, double y, double z) =>
        ((x >= y ? 1 : 0) * z, (x < y ? 1 : 0) * z, Math.Max(x, y));

    public static (double, double, double) ForwardMode(double a, double b) => (1, 1, a + (2 * b) + 1);

    public static (double, double, double, double) ReverseMode(double a, double b)
    {
        double c = a + b, d = b + 1, db = 0;
        db += 1 * d;
        db += 1 * c;
        return (d, c, 1 * d, db);
    }

    public static (double, double) DualProduct((double value, double derivative) u, (double value, double derivative) v) =>
        (v.value * u.value, (v.derivative * u.value) + (v.value * u.derivative));

    public static (double, double) DualQuotient((double value, double derivative) u, (double value, double derivative) v)
    {
        var quotient = u.value / v.value;
        return (quotient, (u.derivative - (quotient * v.derivative)) / v.value);
    }

    public static int[] TopologicalOrder(int[][] inputs)
    {
        // Kahn's algorithm.
        var missing = inputs.Select(i => i.Length).ToArray();
        var ready = new SortedSet<int>(Enumerable.Range(0, inputs.Length).Where(n => missing[n] == 0));
        var order = new List<int>();
        while (ready.Count > 0)
        {
            var next = ready.Min;
            ready.Remove(next);
            order.Add(next);
            for (var n = 0; n < inputs.Length; n++)
            {
                if (inputs[n].Contains(next) && --missing[n] == 0)
                    ready.Add(n);
            }
        }

        return order.ToArray();
    }

    public static double SumOverPaths(double[][] stages)
    {
        double From(int stage) => stage == stages.Length ? 1 : stages[stage].Sum(edge => edge * From(stage + 1)); // along every path
        return From(0);
    }

    public static Tensor PartialByX(Tensor x, Tensor y, double a)
    {
        var leaf = x.detach().clone().requires_grad_(true);
        return autograd.grad([(leaf * (leaf + y)).sum()], [leaf])[0];
    }

    public static Tensor Jacobian(Tensor w, Tensor x)
    {
        var leaf = x.clone().requires_grad_();
        var s = sigmoid(w.mv(leaf));
        var rows = new List<Tensor>();
        for (var i = 0; i < w.shape[0]; i++)
            rows.Add(autograd.grad([s], [leaf], [eye(w.shape[0], dtype: ScalarType.Float64)[i]], retain_graph: true)[0]);
        return vstack(rows.ToArray());
    }
}
