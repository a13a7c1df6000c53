using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;
using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Optimizers;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;
using TorchParameter = TorchSharp.Modules.Parameter;

namespace CourseLabs.Labs;

/// <summary>
/// The regression of COURSE A7 as a race: its data and first weights as that example draws them, in float64, trained on all points at once
/// by hand (<see cref="Network"/>) and in torch.
/// </summary>
public sealed class RegressionRace
{
    private readonly Matrix x;
    private readonly Matrix y;
    private readonly Matrix[] weights;

    /// <summary>Draws data and weights.</summary>
    /// <param name="seed">As A7's.</param>
    /// <param name="points">How many points.</param>
    public RegressionRace(long seed, int points)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        var drawn = Regression.Run(points, numEpoch: 0);
        using (drawn.Model)
        {
            x = Matrix.FromValues(points, 1, [.. drawn.X.Floats().Select(v => (double)v)]);
            y = Matrix.FromValues(points, 1, [.. drawn.Label.Floats().Select(v => (double)v)]);
            // torch's weights are (outputs x inputs), ours (inputs x outputs); its biases become rows.
            weights = [.. drawn.Model.parameters().Select(p => p.dim() == 1
                ? Matrix.FromRow([.. p.Floats().Select(v => (double)v)])
                : Matrix.FromValues((int)p.shape[0], (int)p.shape[1], [.. p.Floats().Select(v => (double)v)]).T)];
        }
    }

    /// <summary>Trains by hand.</summary>
    /// <returns>The loss before each step.</returns>
    public double[] ByHand(Contestant contestant, double rate, int steps, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contestant);
        Matrix[] own = [.. weights.Select(w => w.Copy())];
        var network = new Network(
            new Dense(own[0], own[1], new Relu()), new Dense(own[2], own[3], new Relu()), new Dense(own[4], own[5], new Identity()));
        var loss = new MeanAbsoluteError();
        Optimizer optimizer = contestant.ByHand(network.Parameters, rate);
        double[] losses = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            losses[step] = network.FindGradients(x, y, loss);
            optimizer.Step();
        }
        return losses;
    }

    /// <summary>Trains in torch.</summary>
    /// <returns>As <see cref="ByHand"/>.</returns>
    public double[] InTorch(Contestant contestant, double rate, int steps)
    {
        ArgumentNullException.ThrowIfNull(contestant);
        using DisposeScope all = NewDisposeScope();
        Tensor inputs = x.ToTensor(), label = y.ToTensor();
        TorchParameter[] p = [.. weights.Select(w => new TorchParameter(w.ToTensor()))];
        using optim.Optimizer optimizer = contestant.InTorch(p, rate);
        double[] losses = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor h1 = (inputs.matmul(p[0]) + p[1]).relu();
            Tensor h2 = (h1.matmul(p[2]) + p[3]).relu();
            Tensor output = h2.matmul(p[4]) + p[5];
            optimizer.zero_grad();
            Tensor loss = nn.functional.l1_loss(output, label);
            loss.backward();
            optimizer.step();
            losses[step] = loss.item<double>();
        }
        foreach (TorchParameter parameter in p)
            parameter.Dispose();
        return losses;
    }
}
