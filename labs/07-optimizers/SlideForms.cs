using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Optimizers;
using TorchSharp;
using static TorchSharp.torch;
using TorchParameter = TorchSharp.Modules.Parameter;

namespace CourseLabs.Labs;

/// <summary>Steps of an optimizer on one weight: what the slide's forms are measured by (COURSE E9!).</summary>
public static class SlideForms
{
    /// <summary>The size of a hand-written optimizer's first step.</summary>
    /// <param name="make">Makes the optimizer.</param>
    /// <param name="gradient">The gradient that it is given.</param>
    public static double FirstStep(Func<Parameter[], Optimizer> make, double gradient)
    {
        ArgumentNullException.ThrowIfNull(make);
        var w = new Parameter("W", new Matrix(1, 1));
        Optimizer optimizer = make([w]);
        w.Gradient[0, 0] = gradient;
        optimizer.Step();
        return -w.Value[0, 0];
    }

    /// <summary>The size of torch.optim's first step.</summary>
    /// <param name="make">Makes the optimizer.</param>
    /// <param name="gradient">The gradient that it is given.</param>
    public static double FirstTorchStep(Func<TorchParameter[], optim.Optimizer> make, double gradient)
    {
        ArgumentNullException.ThrowIfNull(make);
        using DisposeScope scope = NewDisposeScope();
        using var w = new TorchParameter(zeros(1, ScalarType.Float64));
        using optim.Optimizer optimizer = make([w]);
        (w * gradient).sum().backward();
        optimizer.step();
        return -w.item<double>();
    }

    /// <summary>
    /// The slide's NAG and torch's on f = w^2 / 2 from w = 1: before each step the slide's W, the W + gamma V where it takes the gradient,
    /// and torch's parameter.
    /// </summary>
    public static (double W, double LookAhead, double Torch)[] Nesterovs(double rate, int steps)
    {
        var slide = new Parameter("W", Matrix.FromRow(1));
        var lookAhead = new LookAheadNesterov([slide], rate);
        using DisposeScope all = NewDisposeScope();
        using var w = new TorchParameter(ones(1, ScalarType.Float64));
        using optim.Optimizer nesterov = optim.SGD([w], rate, momentum: 0.9, nesterov: true);
        var ways = new (double, double, double)[steps];
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            double before = slide.Value[0, 0];
            lookAhead.BeforeGradient();
            ways[step] = (before, slide.Value[0, 0], w.item<double>());

            slide.Gradient.CopyFrom(slide.Value);
            lookAhead.Step();
            nesterov.zero_grad();
            (0.5 * w.pow(2)).sum().backward();
            nesterov.step();
        }
        return ways;
    }

    /// <summary>The slide's momentum, V = gamma V - eta g and W = W + V, and torch's, on f = w^2 / 2 from w = 1.</summary>
    public static (double Slide, double Torch)[] Momentums(double rate, int steps)
    {
        using DisposeScope all = NewDisposeScope();
        using var w = new TorchParameter(ones(1, ScalarType.Float64));
        using optim.Optimizer momentum = optim.SGD([w], rate, momentum: 0.9);
        var ways = new (double, double)[steps];
        (double slide, double v) = (1, 0);
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            ways[step] = (slide, w.item<double>());
            v = (0.9 * v) - (rate * slide);
            slide += v;
            momentum.zero_grad();
            (0.5 * w.pow(2)).sum().backward();
            momentum.step();
        }
        return ways;
    }
}
