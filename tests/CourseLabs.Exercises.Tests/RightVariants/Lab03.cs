using CourseLabs.Matrices;
using static TorchSharp.torch;

/// <summary>Other right answers to lab 03: none may be refused.</summary>
public static class OtherOrder
{
    public static (double, double, double, double, double, double) ScalarGradients(
        double x, double w1, double b1, double w2, double b2, double w3)
    {
        double S(double z) => 0.5 * (1 + Math.Tanh(z / 2)); // the sigmoid by tanh
        double z1 = b1 + (x * w1), h1 = S(z1), z2 = b2 + (h1 * w2), h2 = S(z2);
        return (w3 * w2 * x * h2 * h1 * (1 - h1) * (1 - h2), w3 * w2 * h2 * h1 * (1 - h1) * (1 - h2), w3 * h1 * (h2 - (h2 * h2)), w3 * (h2 - (h2 * h2)),
            h2, 1);
    }

    public static double CentralDifference(Func<double, double> f, double x, double h)
    {
        double right = f(x + h), left = f(x - h);
        return 0.5 * (right - left) / h;
    }

    public static double RelativeError(double[] a, double[] b)
    {
        var size = Math.Max(Math.Sqrt(a.Sum(v => v * v)), Math.Sqrt(b.Sum(v => v * v)));
        return size > 0 ? Math.Sqrt(a.Zip(b, (p, q) => Math.Pow(p - q, 2)).Sum()) / size : 0;
    }

    public static Matrix OutputDelta(Matrix a, Matrix t)
    {
        var delta = new Matrix(a.Rows, a.Columns);
        for (var i = a.Rows - 1; i >= 0; i--)
        {
            for (var j = 0; j < a.Columns; j++)
                delta[i, j] = a[i, j] * (1 - a[i, j]) * (a[i, j] - t[i, j]);
        }

        return delta;
    }

    public static Matrix HiddenDelta(Matrix nextDelta, Matrix w, Matrix a)
    {
        var delta = nextDelta.DotTranspose(w); // a matrix of its own, changed in place
        delta.MultiplyInPlace(a - (a * a));
        return delta;
    }

    public static (Matrix dW, Matrix db) LayerGradients(Matrix previous, Matrix delta)
    {
        var dW = new Matrix(previous.Columns, delta.Columns);
        for (var row = 0; row < delta.Rows; row++)
        {
            for (var i = 0; i < previous.Columns; i++)
            {
                for (var j = 0; j < delta.Columns; j++)
                    dW[i, j] += previous[row, i] * delta[row, j];
            }
        }

        return (dW, Matrix.Filled(1, delta.Rows, 1).Dot(delta));
    }

    public static (double, double, double, double, double) DoItYourself(Matrix a1, Matrix t, Matrix w2, Matrix b2, Matrix w3, Matrix b3)
    {
        var a2 = (a1.Dot(w2) + b2).Map(Math.Tanh);
        var a3 = (a2.Dot(w3) + b3).Map(Math.Tanh);
        var delta = ((a3 - t) * (1 - (a3 * a3))).Dot(w3.T) * (1 - (a2 * a2));
        var dW = a1.T.Dot(delta);
        return (dW[0, 1], dW[1, 0], dW[1, 1], delta[0, 0], delta[0, 1]);
    }

    public static Matrix[] AnyDepth(Matrix x, Matrix t, Matrix[] weights)
    {
        // By recursion, from the first layer to the last and back.
        var gradients = new Matrix[weights.Length];
        Matrix Back(Matrix input, int i)
        {
            if (i == weights.Length)
                return input - t;
            var a = (input.Dot(weights[i]) + weights[i + 1]).Map(z => 1 / (1 + Math.Exp(-z)));
            var delta = Back(a, i + 2) * a * (1 - a);
            (gradients[i], gradients[i + 1]) = (input.TransposeDot(delta), delta.SumOfRows());
            return delta.DotTranspose(weights[i]);
        }

        Back(x, 0);
        return gradients;
    }

    public static Matrix[] Step(Matrix[] weights, Matrix[] gradients, double eta) => [.. weights.Select((w, i) =>
    {
        var moved = w.Copy();
        moved.AddInPlace(-eta, gradients[i]);
        return moved;
    })];

    public static Tensor[] AutogradGradients(Tensor x, Tensor t, Tensor w2, Tensor b2, Tensor w3, Tensor b3)
    {
        using var _ = NewDisposeScope();
        Tensor[] leaves = [.. new[] { w2, b2, w3, b3 }.Select(w => w.detach().clone().requires_grad_(true))];
        var output = nn.functional.sigmoid(addmm(leaves[3], nn.functional.sigmoid(addmm(leaves[1], x, leaves[0], 1, 1)), leaves[2], 1, 1));
        return [.. autograd.grad([nn.functional.mse_loss(output, t, nn.Reduction.Sum) / 2], leaves).Select(g => g.MoveToOuterDisposeScope())];
    }

    public static (Tensor, Tensor) TwoBatches(Tensor w, Tensor firstBatch, Tensor secondBatch)
    {
        Tensor Gradient(Tensor batch)
        {
            var leaf = w.clone().requires_grad_();
            (leaf * batch).square().sum().backward();
            return leaf.grad!;
        }

        return (Gradient(firstBatch), Gradient(secondBatch));
    }
}

public static class Float32
{
    public static Tensor[] AutogradGradients(Tensor x, Tensor t, Tensor w2, Tensor b2, Tensor w3, Tensor b3)
    {
        Tensor[] leaves = [.. new[] { w2, b2, w3, b3 }.Select(w => w.to(ScalarType.Float32).requires_grad_())];
        var a = sigmoid(sigmoid(x.to(ScalarType.Float32).mm(leaves[0]) + leaves[1]).mm(leaves[2]) + leaves[3]);
        ((t.to(ScalarType.Float32) - a).pow(2).sum() / 2).backward();
        return [.. leaves.Select(leaf => leaf.grad!)];
    }
}
