using static TorchSharp.torch;

namespace Lab02;

/// <summary>
/// Lab 02, computational graphs. Values run forward through the gates, gradients run back: [local gradient] x [upstream gradient].
/// </summary>
public static class Tasks
{
    /// <summary>Task 2.1: the derivatives of f = (x + y) z by x, y and z.</summary>
    public static (double dx, double dy, double dz) ChainRule(double x, double y, double z)
    {
        // BEGIN SOLUTION
        var q = x + y;
        return (z, z, q);
        // END SOLUTION
    }

    /// <summary>
    /// Task 2.2: the derivatives of the sigmoid neuron f = 1 / (1 + e^-(w0 x0 + w1 x1 + w2)) by w0, x0, w1, x1 and w2.
    /// </summary>
    public static (double dw0, double dx0, double dw1, double dx1, double dw2) SigmoidNeuron(
        double w0, double x0, double w1, double x1, double w2)
    {
        var f = 1 / (1 + Math.Exp(-((w0 * x0) + (w1 * x1) + w2)));

        // BEGIN SOLUTION
        var upstream = f * (1 - f);
        return (x0 * upstream, w0 * upstream, x1 * upstream, w1 * upstream, upstream);
        // END SOLUTION
    }

    /// <summary>Task 2.3: a value that branches. The derivatives of f = (x + y)(x y) by x and y: both go into two gates.</summary>
    public static (double dx, double dy) Branching(double x, double y)
    {
        var sum = x + y;
        var product = x * y;

        // BEGIN SOLUTION
        return (product + (sum * y), product + (sum * x));
        // END SOLUTION
    }

    /// <summary>Task 2.4: the max gate. The derivatives of f = max(x, y) z by x, y and z; x and y are never equal.</summary>
    public static (double dx, double dy, double dz) MaxGate(double x, double y, double z)
    {
        // BEGIN SOLUTION
        return x > y ? (z, 0, x) : (0, z, y);
        // END SOLUTION
    }

    /// <summary>
    /// Task 2.5: forward mode. e = c d with c = a + b and d = b + 1. Beginning at b, the derivative of every node by b: dc/db, dd/db, de/db.
    /// </summary>
    public static (double c, double d, double e) ForwardMode(double a, double b)
    {
        // BEGIN SOLUTION
        double c = a + b, d = b + 1;
        double cByB = 1, dByB = 1;
        return (cByB, dByB, (d * cByB) + (c * dByB));
        // END SOLUTION
    }

    /// <summary>
    /// Task 2.6: reverse mode. For the same e, beginning at e, the derivative of e by every node: de/dc, de/dd, de/da, de/db.
    /// </summary>
    public static (double c, double d, double a, double b) ReverseMode(double a, double b)
    {
        // BEGIN SOLUTION
        double c = a + b, d = b + 1;
        double eByC = d, eByD = c;
        return (eByC, eByD, eByC, eByC + eByD);
        // END SOLUTION
    }

    /// <summary>
    /// Task 2.7: dual numbers. A dual number carries a value and its derivative, and so does the product of two: forward mode in one line.
    /// </summary>
    public static (double value, double derivative) DualProduct(
        (double value, double derivative) u, (double value, double derivative) v)
    {
        // BEGIN SOLUTION
        return (u.value * v.value, (u.derivative * v.value) + (u.value * v.derivative));
        // END SOLUTION
    }

    /// <summary>Task 2.8: the quotient u / v of two dual numbers.</summary>
    public static (double value, double derivative) DualQuotient(
        (double value, double derivative) u, (double value, double derivative) v)
    {
        // BEGIN SOLUTION
        return (u.value / v.value, ((u.derivative * v.value) - (u.value * v.derivative)) / (v.value * v.value));
        // END SOLUTION
    }

    /// <summary>
    /// Task 2.9: a topological order of a graph's nodes: each node comes after all its inputs. inputs[n] are the numbers of the nodes that node
    /// n takes. Of the nodes that could come next, the one with the smallest number comes first, so there is one order only.
    /// </summary>
    public static int[] TopologicalOrder(int[][] inputs)
    {
        var order = new List<int>();

        // BEGIN SOLUTION
        while (order.Count < inputs.Length)
            order.Add(Enumerable.Range(0, inputs.Length).First(n => !order.Contains(n) && inputs[n].All(order.Contains)));
        // END SOLUTION

        return [.. order];
    }

    /// <summary>
    /// Task 2.10: factoring paths. Between two stages there are several edges, each with its derivative: stages[s] has those of stage s. Return
    /// the sum over all paths of the product of their edges, without going along every path.
    /// </summary>
    public static double SumOverPaths(double[][] stages)
    {
        // BEGIN SOLUTION
        var product = 1.0;
        foreach (var edges in stages)
            product *= edges.Sum();
        return product;
        // END SOLUTION
    }

    /// <summary>
    /// Task 2.11: the partial derivative of f = x^2 + x y + a by x, by autograd, for each entry of x and y (n, float64). x asks for no gradient
    /// yet: work on <c>x.clone().requires_grad_()</c>.
    /// </summary>
    public static Tensor PartialByX(Tensor x, Tensor y, double a)
    {
        // BEGIN SOLUTION
        var leaf = x.clone().requires_grad_();
        (leaf.pow(2) + (leaf * y) + a).sum().backward();
        return leaf.grad!;
        // END SOLUTION
    }

    /// <summary>
    /// Task 2.12: a Jacobian, row by row, by autograd: J[i, j] is the derivative of s_i by x_j, where s = sigmoid(w x); w is (m x n), x (n),
    /// float64, and the result (m x n).
    /// </summary>
    public static Tensor Jacobian(Tensor w, Tensor x)
    {
        var rows = new List<Tensor>();
        for (var i = 0; i < w.shape[0]; i++)
        {
            // BEGIN SOLUTION
            var leaf = x.clone().requires_grad_();
            sigmoid(w.mv(leaf))[i].backward();
            rows.Add(leaf.grad!);
            // END SOLUTION
        }

        return stack(rows);
    }
}
