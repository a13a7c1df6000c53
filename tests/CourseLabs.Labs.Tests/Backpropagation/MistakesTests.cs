using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>Wrong programs beside what lab 03 expects: none of them may pass, whatever the seed.</summary>
public sealed class MistakesTests
{
    public static TheoryData<long> Seeds => [.. Enumerable.Range(0, 10).Select(i => (long)i)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_derivative_that_is_missing_in_the_chain_of_one_neuron_a_layer_is_found(long seed)
    {
        var result = new ScalarNetworkExample().Run(new ExampleRun { Seed = seed });
        double[] Figure(string name) => result.Figures.Single(f => f.Name == name).Expected!.Numbers!.ToArray();
        manual_seed(seed);
        var n = SigmoidAutograd.Randn(1, 6).Values.ToArray();
        double h1 = Sig(n[0] + n[1]), h2 = Sig((n[2] * h1) + n[3]);

        Refused(n[4] * h2 * h1, Figure("dloss/dw2")[0]); // the slide's
        Refused(n[4] * h2 * (1 - h2), Figure("dloss/dw2")[0]);
        Refused(n[4] * h2 * (1 - h2) * h1 * (1 - h1), Figure("dloss/dw1")[0]);
        Refused(n[4] * h2 * (1 - h2) * n[2] * h1, Figure("dloss/db1")[0]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Wrong_derivatives_of_the_2_2_2_network_are_found(long seed)
    {
        var n = TwoByTwoExample.Draw(seed);
        var autograd = n.ByAutograd();
        var loss3 = (n.A3 - n.T) * n.A3 * (1 - n.A3);
        var loss2 = loss3.Dot(n.W3.T) * n.A2 * (1 - n.A2);
        var local = n.LocalDerivatives();

        Refused(n.A2.T.Dot(n.A3 - n.T), autograd.W3); // without the sigmoid's derivative
        Refused(n.A2.T.Dot(-loss3), autograd.W3);
        Refused(n.A1.T.Dot(loss3.Dot(n.W3) * n.A2 * (1 - n.A2)), autograd.W2); // W3 not transposed
        Refused(n.A2.T.Dot(loss2), autograd.W2); // the deck's A2 for A1
        Refused(loss3.Dot(n.W3.T), autograd.B2);
        Refused(local.E_A3.Dot(local.A3_A2.T).Dot(local.A2_W2), autograd.W2); // a Jacobian the wrong way round
        Refused(local.E_A3.Dot(local.A2_W2), autograd.W2); // a link of the chain left out
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Wrong_rules_for_any_depth_are_found(long seed)
    {
        manual_seed(seed);
        Matrix x = SigmoidAutograd.Randn(8, 6), t = SigmoidAutograd.Randn(8, 4);
        (int, int)[] shapes = [(6, 10), (1, 10), (10, 10), (1, 10), (10, 4), (1, 4)];
        Matrix[] w = [.. shapes.Select(n => SigmoidAutograd.Randn(n.Item1, n.Item2))];
        Matrix[] right = ThreeRules.AnyDepth(x, t, w), autograd = SigmoidAutograd.Of(x, t, w).Gradients;
        var ofOtherWeights = ThreeRules.AnyDepth(x, t, [w[0], w[1], w[2], w[3], w[4] - (0.3 * right[4]), w[5]]);

        Refused(right[5] / 8, autograd[5]); // the mean over the rows
        Refused(ofOtherWeights[0], autograd[0]); // the output's weights changed first
        Refused(Matrix.FromValues(10, 10, right[2].T.Values), autograd[2]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_max_that_lets_every_gradient_through_is_found(long seed)
    {
        manual_seed(seed);
        Matrix x = SigmoidAutograd.Randn(50, 1), w1 = SigmoidAutograd.Randn(20, 50), w2 = SigmoidAutograd.Randn(3, 20);
        var f = ScoreFunctions.TwoLayers(w1, w2, x);
        var autograd = MatrixTensors.Autograd(
            w =>
            {
                using var column = x.ToTensor();
                return 0.5 * w[1].matmul(w[0].matmul(column).relu()).pow(2).sum();
            },
            w1, w2).Gradients[0];

        Refused(w2.T.Dot(f).Dot(x.T), autograd);
        Assert.True(SigmoidAutograd.Beside("right", ScoreFunctions.TwoLayersGradients(w1, w2, x, f)[0] / 1000, autograd / 1000).Match);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Wrong_deltas_are_found(long seed)
    {
        Matrix x = Matrix.FromRow(1, 0.5), y = Matrix.FromRow(0.01, 0.99), none = new(1, 2);
        manual_seed(seed);
        Matrix w1 = SigmoidAutograd.Randn(2, 2), w2 = SigmoidAutograd.Randn(2, 2);
        var autograd = SigmoidAutograd.Of(x, y, w1, none, w2, none).Gradients;
        var network = new DeltaNetwork(w1, w2);
        var a3 = network.Forward(x);
        (var delta3, var delta2) = network.Deltas(y);

        Refused(a3 - y, autograd[3]);
        Refused(delta3.Dot(w2.T), autograd[1]); // the deck's brace: without a (1 - a)
        Refused(delta3.Dot(w2), autograd[1]);
        Refused(network.Gradients(delta3, delta2).W1.T, autograd[0]);
    }

    [Fact]
    public void The_worked_examples_figures_tell_other_biases_rates_and_orders_apart()
    {
        Figure[] right = [.. new DeltaUpdatesExample().Run(new ExampleRun()).Figures];
        DeltaUpdates start = DeltaUpdates.Mazurs, gradient = start.Gradient(0.05, 0.10, 0.01, 0.99);

        Assert.False(Fits("error before", DeltaUpdates.Decks.Error(0.05, 0.10, 0.01, 0.99)));
        Assert.False(Fits("derror/dw11", DeltaUpdates.Decks.Gradient(0.05, 0.10, 0.01, 0.99).W11));
        Assert.False(Fits("w31(1)", start.Step(gradient, 1).W31)); // the slide's update, without eta
        Assert.False(Fits("w11(1)", start.Step(gradient, 0.51).W11));
        Assert.False(Fits("error after one update", 0.291027924)); // of output weights that are updated already
        Assert.False(Fits("error after 10000 updates", Errors(9_999)));
        Assert.True(Fits("error after 10000 updates", Errors(10_000)));

        bool Fits(string name, double other)
        {
            var figure = right.Single(f => f.Name == name);
            return ((FigureValue)other).IsWithin(figure.Tolerance!.Value, figure.Expected!);
        }

        static double Errors(int updates)
        {
            var network = DeltaUpdates.Mazurs;
            for (var i = 0; i < updates; i++)
                network = network.Step(network.Gradient(0.05, 0.10, 0.01, 0.99), 0.5);
            return network.Error(0.05, 0.10, 0.01, 0.99);
        }
    }

    private static void Refused(Matrix wrong, Matrix autograd) => Assert.False(SigmoidAutograd.Beside("wrong", wrong, autograd).Match);

    private static void Refused(double wrong, double autograd) => Assert.False(SigmoidAutograd.Beside("wrong", wrong, autograd).Match);

    private static double Sig(double z) => 1 / (1 + Math.Exp(-z));
}
