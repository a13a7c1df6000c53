using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace Lab01;

/// <summary>
/// Lab 01, neurons. By hand with numbers and arrays (1.1 to 1.9), then the same ideas with TorchSharp's tensors (1.10 to 1.15).
/// </summary>
public static class Tasks
{
    /// <summary>
    /// Task 1.1: the slide's first three activations of a number x: the step (0 for x &lt;= 0, 1 for x &gt; 0), the sigmoid 1 / (1 + e^-x)
    /// and ReLU (0 for x &lt; 0, else x). None may be NaN, however large x is.
    /// </summary>
    public static (double step, double sigmoid, double relu) FirstActivations(double x)
    {
        // BEGIN SOLUTION
        return (x > 0 ? 1 : 0, 1 / (1 + Math.Exp(-x)), Math.Max(0, x));
        // END SOLUTION
    }

    /// <summary>
    /// Task 1.2: softmax: y_k = e^(x_k) / the sum of all e^(x_i). It must work for [1010, 1000, 990] too, where e^1010 is infinite.
    /// </summary>
    public static double[] Softmax(double[] x)
    {
        // BEGIN SOLUTION
        var c = x.Max();
        double[] exp = [.. x.Select(v => Math.Exp(v - c))];
        var sum = exp.Sum();
        return [.. exp.Select(v => v / sum)];
        // END SOLUTION
    }

    /// <summary>
    /// Task 1.3: what a perceptron says of each row of x (rows x d): s = w0 + w1 x1 + ... + wd xd, and the output is 1 for s &gt;= 0, else
    /// -1. w is (w0, w1, ..., wd).
    /// </summary>
    public static int[] PerceptronOutputs(Matrix x, double[] w)
    {
        var outputs = new int[x.Rows];

        // BEGIN SOLUTION
        for (var row = 0; row < x.Rows; row++)
        {
            var s = w[0];
            for (var i = 0; i < x.Columns; i++)
                s += w[i + 1] * x[row, i];
            outputs[row] = s >= 0 ? 1 : -1;
        }
        // END SOLUTION

        return outputs;
    }

    /// <summary>
    /// Task 1.4: choose the weights (w0, w1, w2) of two perceptrons, one for AND and one for OR. The inputs are 0 and 1, the outputs -1 and
    /// 1.
    /// </summary>
    public static (int[] and, int[] or) AndOr(Matrix x)
    {
        double[] and, or;

        // BEGIN SOLUTION
        and = [-1.5, 1, 1];
        or = [-0.5, 1, 1];
        // END SOLUTION

        return ([.. Rows(x).Select(r => Perceptron(and, r[0], r[1]))], [.. Rows(x).Select(r => Perceptron(or, r[0], r[1]))]);
    }

    /// <summary>
    /// Task 1.5: one perceptron cannot be XOR, three can. Choose the weights (w0, w1, w2) of two hidden perceptrons, which see x1 and x2,
    /// and of the output, which sees what the hidden ones say (-1 or 1). XOR's outputs are 1 where x1 and x2 differ, else -1.
    /// </summary>
    public static int[] Xor(Matrix x)
    {
        double[] hidden1, hidden2, output;

        // BEGIN SOLUTION
        hidden1 = [-0.5, 1, 1]; // OR
        hidden2 = [1.5, -1, -1]; // not AND
        output = [-1, 1, 1]; // both
        // END SOLUTION

        return [.. Rows(x).Select(r => Perceptron(output, Perceptron(hidden1, r[0], r[1]), Perceptron(hidden2, r[0], r[1])))];
    }

    /// <summary>
    /// Task 1.6: one step of learning. The perceptron w = (w0, ..., wd) says y (1 for s &gt;= 0, else -1) of x = (x1, ..., xd), where t (1
    /// or -1) is true. Return the new weights: each w_i grows by eta (t - y) x_i, with x0 = 1. The old weights stay as they are.
    /// </summary>
    public static double[] PerceptronStep(double[] w, double[] x, int t, double eta)
    {
        // BEGIN SOLUTION
        double[] ones = [1, .. x];
        var s = w.Zip(ones).Sum(p => p.First * p.Second);
        var y = s >= 0 ? 1 : -1;
        return [.. w.Zip(ones).Select(p => p.First + (eta * (t - y) * p.Second))];
        // END SOLUTION
    }

    /// <summary>
    /// Task 1.7: the whole loop. Begin with weights that are all 0; go through the rows of x (rows x d) in order, and take the step of task
    /// 1.6 after each. That is an epoch. Stop after the first epoch without a wrong answer, or after maxEpochs. Return the weights (w0,
    /// ..., wd) and the number of epochs, that last one included.
    /// </summary>
    public static (double[] w, int epochs) Train(Matrix x, int[] t, double eta, int maxEpochs)
    {
        var w = new double[x.Columns + 1];

        // BEGIN SOLUTION
        for (var epoch = 1; epoch <= maxEpochs; epoch++)
        {
            var wrong = 0;
            for (var row = 0; row < x.Rows; row++)
            {
                double[] ones = [1, .. x.Row(row)];
                var y = w.Zip(ones).Sum(p => p.First * p.Second) >= 0 ? 1 : -1;
                for (var i = 0; i < w.Length; i++)
                    w[i] += eta * (t[row] - y) * ones[i];
                wrong += y == t[row] ? 0 : 1;
            }

            if (wrong == 0)
                return (w, epoch);
        }

        return (w, maxEpochs);
        // END SOLUTION
    }

    /// <summary>Task 1.8: ELU and its derivative at x, which is not 0: x for x &gt; 0, alpha (e^x - 1) for x &lt; 0.</summary>
    public static (double f, double slope) Elu(double x, double alpha)
    {
        // BEGIN SOLUTION
        return x > 0 ? (x, 1) : (alpha * (Math.Exp(x) - 1), alpha * Math.Exp(x));
        // END SOLUTION
    }

    /// <summary>Task 1.9: softplus ln(1 + e^x) and its derivative, also for x = 800, where e^x is infinite.</summary>
    public static (double f, double slope) Softplus(double x)
    {
        // BEGIN SOLUTION
        return (Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))), 1 / (1 + Math.Exp(-x)));
        // END SOLUTION
    }

    /// <summary>
    /// Task 1.10: the firing rates of one neuron, the sigmoid of the sum of inputs times weights plus the bias. inputs is (rows x n),
    /// weights (n), the result (rows).
    /// </summary>
    public static Tensor FiringRates(Tensor inputs, Tensor weights, double bias)
    {
        // BEGIN SOLUTION
        return sigmoid(inputs.mv(weights) + bias);
        // END SOLUTION
    }

    /// <summary>
    /// Task 1.11: softmax of each row of x (rows x classes) by tensor operations, without a loop. Each row of the result adds up to 1. The
    /// numbers of x may be large.
    /// </summary>
    public static Tensor SoftmaxRows(Tensor x)
    {
        // BEGIN SOLUTION
        var exp = (x - x.amax([1], keepdim: true)).exp();
        return exp / exp.sum(dim: 1, keepdim: true);
        // END SOLUTION
    }

    /// <summary>
    /// Task 1.12: maxout: the larger of x w1 + b1 and x w2 + b2, entry by entry. x is (rows x n), w1 and w2 are (n x m), b1 and b2 (m), the
    /// result (rows x m).
    /// </summary>
    public static Tensor Maxout(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
    {
        // BEGIN SOLUTION
        return maximum(x.mm(w1) + b1, x.mm(w2) + b2);
        // END SOLUTION
    }

    /// <summary>
    /// Task 1.13: the derivatives of tanh, arctan, ReLU, PReLU, ELU and softplus at each number of x (n), by autograd. alpha is PReLU's and
    /// ELU's. No number of x is 0. Work on <c>x.clone().requires_grad_()</c>, so that the caller's tensor stays as it is.
    /// </summary>
    public static Tensor[] Slopes(Tensor x, double alpha)
    {
        Func<Tensor, Tensor>[] functions =
        [
            tanh, atan, z => z.relu(), z => nn.functional.leaky_relu(z, alpha), z => nn.functional.elu(z, alpha),
            z => nn.functional.softplus(z),
        ];

        // BEGIN SOLUTION
        return [.. functions.Select(f =>
        {
            var leaf = x.clone().requires_grad_();
            f(leaf).sum().backward();
            return leaf.grad!;
        })];
        // END SOLUTION
    }

    /// <summary>
    /// Task 1.14: a deep network without activations is one layer. Layer i makes weights[i] x + biases[i] of x; weights[i] is (outputs x
    /// inputs), biases[i] (outputs), all n x n here. Return the one W (n x n) and b (n) of all layers together, the layer weights[0] first.
    /// </summary>
    public static (Tensor w, Tensor b) Collapse(Tensor[] weights, Tensor[] biases)
    {
        // BEGIN SOLUTION
        (var w, var b) = (weights[0], biases[0]);
        for (var i = 1; i < weights.Length; i++)
            (w, b) = (weights[i].mm(w), weights[i].mv(b) + biases[i]);
        return (w, b);
        // END SOLUTION
    }

    /// <summary>
    /// Task 1.15: the slide's "non-deep" network y = w2 act(w1 input + b1) + b2 as a module, where act is the sigmoid: inputs numbers come
    /// in, there are as many hidden neurons and outputs as given.
    /// </summary>
    public static nn.Module<Tensor, Tensor> NonDeep(int inputs, int hidden, int outputs)
    {
        // BEGIN SOLUTION
        return nn.Sequential(nn.Linear(inputs, hidden), nn.Sigmoid(), nn.Linear(hidden, outputs));
        // END SOLUTION
    }

    private static double[][] Rows(Matrix x) => [.. Enumerable.Range(0, x.Rows).Select(i => x.Row(i).ToArray())];

    // 1 for s >= 0, else -1.
    private static int Perceptron(double[] w, double x1, double x2) => w[0] + (w[1] * x1) + (w[2] * x2) >= 0 ? 1 : -1;
}
