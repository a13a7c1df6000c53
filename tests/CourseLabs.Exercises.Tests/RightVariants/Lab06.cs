using CourseLabs.Matrices;
using static TorchSharp.torch;

/// <summary>Other right answers to lab 06: none may be refused.</summary>
public static class OtherOrder
{
    public static double SigmoidStackGradient(double z, int layers)
    {
        // From the last layer to the first, with the sigmoid's derivative as e^-z / (1 + e^-z)^2.
        var sums = new List<double>();
        for (var layer = 0; layer < layers; layer++)
        {
            sums.Add(z);
            z = 1 / (1 + Math.Exp(-z));
        }

        sums.Reverse();
        return sums.Aggregate(1.0, (gradient, sum) => gradient * Math.Exp(-sum) / Math.Pow(1 + Math.Exp(-sum), 2));
    }

    public static (double, double) Xavier(int nIn, int nOut)
    {
        var variance = 2 / (double)(nIn + nOut);
        return (Math.Sqrt(variance), Math.Sqrt(3 * variance));
    }

    public static (double, double) He(int nIn, int nOut) => (Math.Sqrt(2) / Math.Sqrt(nIn), Math.Sqrt(6) * Math.Pow(nIn, -0.5));

    public static double[] LayerNorms(double[][] gradients) => [.. gradients.Select(g => g.Aggregate(0.0, double.Hypot))];

    public static Matrix[] Clip(Matrix[] gradients, double maxNorm)
    {
        // In place, on copies.
        double squares = 0;
        foreach (var gradient in gradients)
        {
            foreach (var entry in gradient.Values)
                squares += entry * entry;
        }

        Matrix[] clipped = [.. gradients.Select(g => g.Copy())];
        if (Math.Sqrt(squares) > maxNorm)
        {
            foreach (var gradient in clipped)
                gradient.MultiplyInPlace(maxNorm / Math.Sqrt(squares));
        }

        return clipped;
    }

    public static double[] ProductNorms(Matrix[] factors)
    {
        var norms = new List<double>();
        Matrix? product = null;
        foreach (var factor in factors)
        {
            product = product is null ? factor.Copy() : factor.T.Dot(product.T).T;
            norms.Add(Math.Sqrt((product * product).Sum()));
        }

        return [.. norms];
    }

    public static double Growth(double[] norms)
    {
        var product = 1.0;
        for (var i = 1; i < norms.Length; i++)
            product *= Math.Pow(norms[i] / norms[i - 1], 1.0 / (norms.Length - 1));
        return product;
    }

    public static (Tensor, Tensor) SigmoidGradient(Tensor x)
    {
        var leaf = x.clone().requires_grad_();
        var y = leaf.sigmoid();
        y.sum().backward();
        return (y.detach(), leaf.grad!.clone());
    }

    public static double Saturated(Tensor z) => (double)((z < -4).sum() + (z > 4).sum()).item<long>() / z.numel();

    public static Tensor HeNormal(int nIn, int nOut) => randn(nOut, nIn).mul(Math.Sqrt(2)).div(Math.Sqrt(nIn));

    public static double[] LayerVariances(Tensor x, Tensor[] weights)
    {
        var result = new List<double>();
        foreach (var w in weights)
        {
            x = nn.functional.linear(x, w).clamp(min: 0);
            var centered = x - x.mean();
            result.Add((centered * centered).sum().item<double>() / (x.numel() - 1));
        }

        return [.. result];
    }

    public static double[] GradientNorms(Tensor x, Tensor[] weights)
    {
        Tensor[] leaves = [.. weights.Select(w => w.clone().requires_grad_())];
        var a = leaves.Aggregate(x, (input, w) => nn.functional.linear(input, w).sigmoid());
        return [.. autograd.grad([a], leaves, [ones_like(a)]).Select(g => Math.Sqrt(g.square().sum().item<double>()))];
    }

    public static Tensor ClippedStep(Tensor w, Tensor x, Tensor y, double lr, double maxNorm)
    {
        // Without optimizer and without torch's clipping.
        var leaf = w.clone().requires_grad_();
        nn.functional.mse_loss(x.mm(leaf), y).backward();
        var norm = leaf.grad!.norm().item<double>();
        return w - (lr * (norm > maxNorm ? maxNorm / norm : 1) * leaf.grad!);
    }
}

public static class Functions
{
    public static double[] LayerNorms(double[][] gradients) => [.. gradients.Select(g => Matrix.FromRow(g).Norm)];

    public static Tensor HeNormal(int nIn, int nOut) => normal(0, Math.Sqrt(2.0 / nIn), [nOut, nIn]);
}

public static class Float32
{
    public static Tensor ClippedStep(Tensor w, Tensor x, Tensor y, double lr, double maxNorm)
    {
        var result = w.to(ScalarType.Float32);
        var leaf = result.clone().requires_grad_();
        nn.functional.mse_loss(x.to(ScalarType.Float32).mm(leaf), y.to(ScalarType.Float32)).backward();
        var norm = leaf.grad!.norm().item<float>();
        return result - ((float)lr * (float)Math.Min(1, maxNorm / norm) * leaf.grad!);
    }
}
