using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// The slide's first optimizer (COURSE E9, 고급 경사 하강법, 확률적 경사 하강법): W(t+1) = W(t) - eta ∂error/∂W, where the error is that of
// x^(i:i+n), n randomly drawn points, and not that of all. The slide has the formula only; the line that is fitted is this course's.
public static class StochasticDescent
{
    // Returns W before each step and at the end. With n as large as the data it is gradient descent on all of them.
    public static (double Slope, double Intercept)[] Run(Tensor x, Tensor y, int n, double eta, int epochs)
    {
        TensorShapes.ThrowUnlessSame(x, y);
        var W = zeros(2, float64).requires_grad_();
        List<(double, double)> path = [(0, 0)];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            using var scope = NewDisposeScope();
            foreach (var i in randperm(x.shape[0]).split(n))
            {
                var error = Error(W, x[i], y[i]);
                var gradient = autograd.grad([error], [W])[0];
                using (no_grad())
                    W.sub_(eta * gradient);
                path.Add((W[0].item<double>(), W[1].item<double>()));
            }
        }

        return [.. path];
    }

    public static Tensor Error(Tensor W, Tensor x, Tensor y) => ((W[0] * x) + W[1] - y).pow(2).mean();

    // Points of the line 3x + 1 with noise.
    public static (Tensor X, Tensor Y) Points(int points)
    {
        var x = empty(points, dtype: float64).uniform_(-1, 1);
        return (x, (3 * x) + 1 + empty(points, dtype: float64).normal_(0, 0.5));
    }
}
