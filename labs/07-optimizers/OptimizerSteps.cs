namespace CourseLabs.Labs;

// The deck's optimizers (COURSE E9, 고급 경사 하강법), each one step of one weight, in the deck's order and with its names: first the slide's
// formula, then torch.optim's definition. gradient(W) is the slides' ∂error/∂W. Corrected is what the slides have slipped in
// (labs/ERRATA.md): Adagrad and RMSprop subtract the step, and Adam's V is a mean of V, corrected by the gammas' powers, over G's root.
public static class OptimizerSteps
{
    // 1. 확률적 경사 하강법(Stochastic Gradient Descent); torch's is the same. StochasticDescent has the random part of the data.
    public static void Sgd(Weight w, Func<double, double> gradient, double eta) =>
        w.W = w.W - (eta * gradient(w.W));

    // 모멘텀(Momentum)
    public static void SlideMomentum(Weight w, Func<double, double> gradient, double eta, double gamma = 0.9)
    {
        w.V = (gamma * w.V) - (eta * gradient(w.W));
        w.W = w.W + w.V;
    }

    public static void TorchMomentum(Weight w, Func<double, double> gradient, double eta, double gamma = 0.9)
    {
        w.V = (gamma * w.V) + gradient(w.W);
        w.W = w.W - (eta * w.V);
    }

    // 네스테로프 모멘텀(Momentum). torch's W is the slide's W + gamma V, the place where the slide takes the gradient.
    public static void SlideNesterov(Weight w, Func<double, double> gradient, double eta, double gamma = 0.9)
    {
        w.V = (gamma * w.V) - (eta * gradient(w.W + (gamma * w.V)));
        w.W = w.W + w.V;
    }

    public static void TorchNesterov(Weight w, Func<double, double> gradient, double eta, double gamma = 0.9)
    {
        var g = gradient(w.W);
        w.V = (gamma * w.V) + g;
        w.W = w.W - (eta * (g + (gamma * w.V)));
    }

    // 아다그리드(Adagrad, Adaptive Gradient). The slides have epsilon inside the root, torch beside it.
    public static void SlideAdagrad(Weight w, Func<double, double> gradient, double eta, double epsilon = 1e-10)
    {
        var g = gradient(w.W);
        w.G = w.G + (g * g);
        w.W = w.W - (eta * 1 / Math.Sqrt(w.G + epsilon) * g);
    }

    public static void TorchAdagrad(Weight w, Func<double, double> gradient, double eta, double epsilon = 1e-10)
    {
        var g = gradient(w.W);
        w.G = w.G + (g * g);
        w.W = w.W - (eta * g / (Math.Sqrt(w.G) + epsilon));
    }

    // Adadelta: the deck has its name only.
    public static void TorchAdadelta(Weight w, Func<double, double> gradient, double eta, double rho = 0.9, double epsilon = 1e-6)
    {
        var g = gradient(w.W);
        w.G = (rho * w.G) + ((1 - rho) * g * g);
        var d = g * Math.Sqrt(w.D + epsilon) / Math.Sqrt(w.G + epsilon);
        w.D = (rho * w.D) + ((1 - rho) * d * d);
        w.W = w.W - (eta * d);
    }

    // 아엠에스프롭(RMSprop)
    public static void SlideRmsProp(Weight w, Func<double, double> gradient, double eta, double gamma = 0.99, double epsilon = 1e-8)
    {
        var g = gradient(w.W);
        w.G = (gamma * w.G) + ((1 - gamma) * g * g);
        w.W = w.W - (eta * 1 / Math.Sqrt(w.G + epsilon) * g);
    }

    public static void TorchRmsProp(Weight w, Func<double, double> gradient, double eta, double gamma = 0.99, double epsilon = 1e-8)
    {
        var g = gradient(w.W);
        w.G = (gamma * w.G) + ((1 - gamma) * g * g);
        w.W = w.W - (eta * g / (Math.Sqrt(w.G) + epsilon));
    }

    // 아담(Adam)
    public static void SlideAdam(
        Weight w, Func<double, double> gradient, double eta, double gamma1 = 0.9, double gamma2 = 0.999, double epsilon = 1e-8)
    {
        (var mean, var square) = AdamMeans(w, gradient(w.W), gamma1, gamma2);
        w.W = w.W - (eta * mean / Math.Sqrt(square + epsilon));
    }

    public static void TorchAdam(
        Weight w, Func<double, double> gradient, double eta, double gamma1 = 0.9, double gamma2 = 0.999, double epsilon = 1e-8)
    {
        (var mean, var square) = AdamMeans(w, gradient(w.W), gamma1, gamma2);
        w.W = w.W - (eta * mean / (Math.Sqrt(square) + epsilon));
    }

    // The slide's V^ and G^.
    private static (double Mean, double Square) AdamMeans(Weight w, double g, double gamma1, double gamma2)
    {
        w.T++;
        w.V = (gamma1 * w.V) + ((1 - gamma1) * g);
        w.G = (gamma2 * w.G) + ((1 - gamma2) * g * g);
        return (w.V / (1 - Math.Pow(gamma1, w.T)), w.G / (1 - Math.Pow(gamma2, w.T)));
    }
}

// A weight, and what the optimizers remember of its steps.
public sealed class Weight(double start)
{
    public double W { get; set; } = start;

    public double V { get; set; }

    public double G { get; set; }

    public double D { get; set; }

    public int T { get; set; }
}
