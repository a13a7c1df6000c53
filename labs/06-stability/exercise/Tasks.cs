using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace Lab06;

/// <summary>
/// Lab 06, numerical stability and initialization: how gradients vanish and explode, and what the first weights have to do with it. In
/// TorchSharp a layer's weight is (outputs x inputs), as in nn.Linear.
/// </summary>
public static class Tasks
{
    /// <summary>
    /// Task 6.1: the derivative by z of a sigmoid of a sigmoid of ... of z, with so many layers: of s(z) for one layer, of s(s(z)) for two.
    /// </summary>
    public static double SigmoidStackGradient(double z, int layers)
    {
        // BEGIN SOLUTION
        double gradient = 1;
        for (var layer = 0; layer < layers; layer++)
        {
            var a = Sigmoid(z);
            gradient *= a * (1 - a);
            z = a;
        }

        return gradient;
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.2: Xavier's initialization of a layer from nIn to nOut neurons: the standard deviation sqrt(2 / (nIn + nOut)) of the normal
    /// distribution, and the bound b of the uniform distribution U(-b, b) with the same variance.
    /// </summary>
    public static (double deviation, double bound) Xavier(int nIn, int nOut)
    {
        // BEGIN SOLUTION
        return (Math.Sqrt(2.0 / (nIn + nOut)), Math.Sqrt(6.0 / (nIn + nOut)));
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.3: He's initialization of a layer from nIn to nOut neurons with ReLU: the variance of a weight is 2 / nIn. The standard
    /// deviation of the normal distribution, and the bound b of the uniform distribution U(-b, b) with the same variance.
    /// </summary>
    public static (double deviation, double bound) He(int nIn, int nOut)
    {
        // BEGIN SOLUTION
        return (Math.Sqrt(2.0 / nIn), Math.Sqrt(6.0 / nIn));
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.4: the norm of each layer's gradient: the root of the sum of its squares. The gradients may have exploded or vanished: the
    /// norm of numbers of 3e200 or 3e-200 must come out right, though their squares are infinite or 0. A gradient of zeros has the norm 0.
    /// </summary>
    public static double[] LayerNorms(double[][] gradients)
    {
        // BEGIN SOLUTION
        var norms = new double[gradients.Length];
        for (var layer = 0; layer < gradients.Length; layer++)
        {
            var largest = gradients[layer].Max(g => Math.Abs(g));
            if (largest > 0)
                norms[layer] = largest * Math.Sqrt(gradients[layer].Sum(g => g / largest * (g / largest)));
        }

        return norms;
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.5: the gradients clipped by their norm. The norm is that of all gradients together, as of one long vector. Where it is larger
    /// than maxNorm, every gradient is multiplied by maxNorm / norm; else all stay as they are.
    /// </summary>
    public static Matrix[] Clip(Matrix[] gradients, double maxNorm)
    {
        // BEGIN SOLUTION
        var norm = Math.Sqrt(gradients.Sum(g => g.Norm * g.Norm));
        var factor = norm > maxNorm ? maxNorm / norm : 1;
        return [.. gradients.Select(g => factor * g)];
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.6: how a product of matrices grows: the norms of F1, F1 F2, F1 F2 F3, ... A matrix knows its norm: <c>m.Norm</c>. The factors
    /// are square and all of one size.
    /// </summary>
    public static double[] ProductNorms(Matrix[] factors)
    {
        // BEGIN SOLUTION
        var product = factors[0];
        var norms = new double[factors.Length];
        norms[0] = product.Norm;
        for (var i = 1; i < factors.Length; i++)
        {
            product = product.Dot(factors[i]);
            norms[i] = product.Norm;
        }

        return norms;
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.7: by what factor the norms grow from one to the next, in the geometric mean: with n norms there are n - 1 steps, and the
    /// factor to the power n - 1 leads from the first to the last. It must also come out right from 1e-200 to 1e200, whose quotient is
    /// infinite.
    /// </summary>
    public static double Growth(double[] norms)
    {
        // BEGIN SOLUTION
        return Math.Exp((Math.Log(norms[^1]) - Math.Log(norms[0])) / (norms.Length - 1));
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.8: the slide's program: y = sigmoid(x), and the gradient of each y by its x, by autograd. Work on the copy.
    /// </summary>
    public static (Tensor y, Tensor gradient) SigmoidGradient(Tensor x)
    {
        var leaf = x.clone().requires_grad_();

        // BEGIN SOLUTION
        var y = sigmoid(leaf);
        y.backward([ones_like(leaf)]);
        return (y, leaf.grad!);
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.9: the fraction of saturated neurons: those whose sum z lies outside of [-4, 4], where the sigmoid's derivative is below
    /// 0.018. z is (rows x neurons), float32; the fraction is of all its numbers, from 0 to 1.
    /// </summary>
    public static double Saturated(Tensor z)
    {
        // BEGIN SOLUTION
        return z.abs().gt(4).to(ScalarType.Float64).mean().item<double>();
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.10: weights by He's normal initialization: (nOut x nIn), float32, drawn from N(0, 2 / nIn), where 2 / nIn is the variance.
    /// torch's generator is seeded: do not seed it, and draw nothing else.
    /// </summary>
    public static Tensor HeNormal(int nIn, int nOut)
    {
        // BEGIN SOLUTION
        return empty(nOut, nIn).normal_(0, Math.Sqrt(2.0 / nIn));
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.11: the variance of what comes out of each layer of a ReLU stack, a = relu(a W'): of all numbers of a, over n - 1, as torch's
    /// var does. x is (rows x inputs), a weight (outputs x inputs), all float64.
    /// </summary>
    public static double[] LayerVariances(Tensor x, Tensor[] weights)
    {
        // BEGIN SOLUTION
        var a = x;
        var variances = new double[weights.Length];
        for (var layer = 0; layer < weights.Length; layer++)
        {
            a = nn.functional.relu(a.mm(weights[layer].t()));
            variances[layer] = a.var().item<double>();
        }

        return variances;
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.12: the vanishing gradient, layer by layer: the norm of the gradient of the sum of all outputs by each weight of a sigmoid
    /// stack, a = sigmoid(a W'), by autograd, the first layer's first. x is (rows x inputs), a weight (outputs x inputs), all float64.
    /// </summary>
    public static double[] GradientNorms(Tensor x, Tensor[] weights)
    {
        Tensor[] leaves = [.. weights.Select(w => w.clone().requires_grad_())];

        // BEGIN SOLUTION
        var a = x;
        foreach (var w in leaves)
            a = sigmoid(a.mm(w.t()));
        a.sum().backward();
        return [.. leaves.Select(w => w.grad!.norm().item<double>())];
        // END SOLUTION
    }

    /// <summary>
    /// Task 6.13: one step of gradient descent with clipping: the gradient's norm is brought down to maxNorm where it is larger, by
    /// nn.utils.clip_grad_norm_, and then the optimizer takes its step. The batch before has left its gradient in the weight.
    /// </summary>
    public static Tensor ClippedStep(Tensor w, Tensor x, Tensor y, double lr, double maxNorm)
    {
        var weight = nn.Parameter(w.clone());
        using var optimizer = optim.SGD([weight], lr);
        weight.sum().backward(); // the batch before
        var loss = (x.mm(weight) - y).pow(2).mean();

        // BEGIN SOLUTION
        optimizer.zero_grad();
        loss.backward();
        nn.utils.clip_grad_norm_([weight], maxNorm);
        optimizer.step();
        // END SOLUTION

        return weight.detach().clone();
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
