using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using static CourseLabs.Labs.SigmoidAutograd;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "4.7 순전파, 역전파" (forward and backward propagation) and "가중치 업데이트 식" (weight update) (COURSE D2): the network of DeltaNetwork.cs.
public sealed class DeltaNetworkExample() : Example<DeltaNetworkExample.Settings>(
    "D2", "backward-by-deltas", "03-backpropagation", "Backward pass by deltas",
    "A 2-2-2 sigmoid network without biases: delta(3) = (a - y) a (1 - a), delta(2) = (sum of delta(3) w) a (1 - a), " +
    "w = w - eta delta a, again and again until J = J1 + J2 is within the tolerance or the limit is reached. The deck has formulas " +
    "only: the weights are drawn from N(0, 1), the input is [1, 0.5] as in its forward pass, the target [0.01, 0.99].")
{
    public sealed record Settings(
        [Option("the learning rate, eta", Name = "lr", Min = 0, Max = 1_000_000)] double LearningRate = 0.5,
        [Option("how often the weights are updated at most", Min = 1, Max = 1_000_000, Quick = 500)] int Iterations = 10_000,
        [Option("the training stops once J is no larger", Min = 0)] double Tolerance = 1e-4);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        (var eta, var limit, var tolerance) = settings;
        Matrix x = Matrix.FromRow(1, 0.5), y = Matrix.FromRow(0.01, 0.99);
        manual_seed(run.Seed);
        var network = new DeltaNetwork(Randn(2, 2), Randn(2, 2));

        network.Forward(x);
        (var delta3, var delta2) = network.Deltas(y);
        (var dW1, var dW2) = network.Gradients(delta3, delta2);
        // The network has no biases; autograd's are 0, and its gradients by them are the deltas, dJ/dz.
        (var j, var autograd) = Of(x, y, network.W1, new Matrix(1, 2), network.W2, new Matrix(1, 2));

        var js = network.Train(x, y, eta, limit, tolerance, (i, j) => run.Progress.Report(i, limit, "iteration", j));
        return new(Title)
        {
            Figures =
            [
                Beside("J at the start", js[0], j),
                Beside("delta(3) at the start", delta3, autograd[3]),
                Beside("delta(2) at the start", delta2, autograd[1]),
                Beside("dJ/dW(1) at the start", dW1, autograd[0]),
                Beside("dJ/dW(2) at the start", dW2, autograd[2]),
                Figure.Of("updates", js.Count - 1),
                Figure.Of("J at the end", js[^1]),
                Figure.Of("stopped by", js[^1] <= tolerance ? "the error tolerance" : "the iteration limit"),
            ],
            Pictures = [new("error", new Plot("Error of the 2-2-2 network", "iteration", "J = J1 + J2", logY: true).Line("J", js))],
        };
    }
}
