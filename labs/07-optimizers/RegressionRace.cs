using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// The regression of COURSE A7 as a race: data and first weights as that slide's program draws them, in float64, all points at once. Both
// return the loss before each step.
public static class RegressionRace
{
    // Each step's end is moved by a rounding up or down, where one is given.
    public static double[] ByHand(
        Contestant contestant, double rate, long seed, int points, int steps, Action<int, double>? print = null, double rounding = 0)
    {
        using var scope = NewDisposeScope();
        (var model, var inputs, var label) = Draw(seed, points);
        Activation[] activations = [new Relu(), new Relu(), new CourseLabs.Backprop.Activations.Identity()];
        var network = new Network([.. model.children().OfType<Linear>().Zip(activations, (linear, f) => linear.ToDense(f))]);
        model.Dispose();
        (var x, var y) = (inputs.ToMatrix(), label.ToMatrix());
        var loss = new MeanAbsoluteError();
        var optimizer = contestant.ByHand(network.Parameters, rate);
        var losses = new double[steps];
        for (var step = 0; step < steps; step++)
        {
            losses[step] = network.FindGradients(x, y, loss);
            optimizer.Step();
            foreach (var parameter in rounding == 0 ? [] : network.Parameters)
            {
                foreach (ref var value in parameter.Value.Values)
                    value *= 1 + (rounding = -rounding);
            }

            print?.Invoke(step, losses[step]);
        }

        return losses;
    }

    public static double[] InTorch(Contestant contestant, double rate, long seed, int points, int steps)
    {
        using var all = NewDisposeScope();
        (var model, var x, var label) = Draw(seed, points);
        using var disposed = model;
        using var optimizer = contestant.InTorch([.. model.parameters()], rate);
        var losses = new double[steps];
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var output = model.call(x);
            TensorShapes.ThrowUnlessSame(output, label, "label");
            var loss = nn.functional.l1_loss(output, label);
            loss.backward();
            optimizer.step();
            losses[step] = loss.item<double>();
        }

        return losses;
    }

    private static (Sequential Model, Tensor X, Tensor Label) Draw(long seed, int points)
    {
        manual_seed(seed);
        var (_, model, x, label) = Regression.Run(points, numEpoch: 0);
        return (model.to(float64), x.to(float64), label.to(float64));
    }
}
