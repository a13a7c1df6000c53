using System.Text.Json;
using CourseLabs.Data.Digits;
using CourseLabs.Matrices;

namespace CourseLabs.Labs.Tests;

public sealed class NeuralNetworkTests
{
    [Theory]
    [InlineData("slide", false)]
    [InlineData("correct", true)]
    public void Losses_and_weights_after_six_steps_are_those_of_the_slides_NumPy(string name, bool correctOrder)
    {
        var peer = PeerFigures.Document("slide_mnist.json").GetProperty(name);
        var network = new NeuralNetwork([Wave(5, 4, 0.9), Wave(1, 4, 0.5), Wave(4, 3, 1.2), Wave(1, 3, 0.4)], 0.3, correctOrder);

        var losses = new List<double>();
        for (var step = 0; step < 6; step++)
        {
            var input = Matrix.FromRow([.. Enumerable.Range(0, 5).Select(i => (37 * ((5 * step) + i) % 256 / 255.0 * 0.99) + 0.01)]);
            var target = Matrix.FromRow([.. Enumerable.Range(0, 3).Select(i => i == step % 3 ? 0.99 : 0.01)]);
            network.Train(input, target);
            losses.Add(network.LossVal());
        }

        AssertNear(Numbers(peer, "losses"), [.. losses]);
        foreach ((var weight, var values) in new[] { "W2", "b2", "W3", "b3" }.Zip(network.Weights))
            AssertNear(Numbers(peer, weight), values.Values.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_faster_network_draws_the_same_weights_and_learns_the_same(bool correctOrder)
    {
        var slides = new NeuralNetwork(784, 30, 10, 0.3, correctOrder, new(3));
        var faster = new DeepNeuralNetwork(784, [30], 10, 0.3, correctOrder, new(3));
        Assert.All(slides.Weights.Zip(faster.Weights), w => Assert.Equal(w.First.Values.ToArray(), w.Second.Values.ToArray()));

        List<PrintedLoss>[] losses = [.. new[] { slides, faster }.Select(nn => MnistTraining.Run(nn, Digits.Synthetic(1500), 1).Losses)];

        // 1500 updates of float64; the products of both add up in the same order, the rest may round otherwise.
        Assert.All(losses[0].Zip(losses[1]), pair => Assert.Equal(pair.First.Loss, pair.Second.Loss, 1e-10));
        Assert.All(slides.Weights.Zip(faster.Weights), w => Assert.InRange((w.First - w.Second).Norm / w.First.Norm, 0, 1e-10));
        var test = Digits.Synthetic(100, seed: 2);
        Assert.Equal(slides.Accuracy(test).NotMatched, faster.Accuracy(test).NotMatched);
    }

    [Fact]
    public void The_orders_part_in_the_hidden_layer_only()
    {
        NeuralNetwork[] networks = [.. new[] { true, false }.Select(correct => new NeuralNetwork(784, 6, 10, 0.3, correct, new(3)))];
        foreach (var network in networks)
            MnistTraining.Run(network, Digits.Synthetic(1), epochs: 1);

        (var correct, var slide) = (networks[0].Weights, networks[1].Weights);
        AssertNear(correct[2].Values.ToArray(), slide[2].Values.ToArray());
        AssertNear(correct[3].Values.ToArray(), slide[3].Values.ToArray());
        Assert.True((correct[0] - slide[0]).Norm > 1e-4);
    }

    [Fact]
    public void The_first_weights_are_randn_by_the_root_of_the_inputs_and_the_biases_rand()
    {
        var weights = new NeuralNetwork(784, 100, 10, 0.3, true, new(5)).Weights;

        Assert.Equal(["(784 x 100)", "(1 x 100)", "(100 x 10)", "(1 x 10)"], weights.Select(w => w.Shape));
        Assert.Equal(1, weights[0].Norm / Math.Sqrt(100), 0.02); // of 78,400 numbers of variance 1/784
        Assert.Equal(1, weights[2].Norm / Math.Sqrt(10), 0.1); // of 1000 numbers of variance 1/100
        Assert.All([.. weights[1].Values.ToArray(), .. weights[3].Values.ToArray()], b => Assert.InRange(b, 0, 1));
        Assert.InRange(weights[1].Values.ToArray().Average(), 0.4, 0.6);
    }

    [Fact]
    public void Inputs_and_targets_are_normalized_as_on_the_slide()
    {
        byte[] pixels = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        var seen = new Recorder();
        MnistTraining.Run(seen, new MnistDigits(pixels, [3], 16, 16), epochs: 1);

        Assert.Equal([0.01, (128 / 255.0 * 0.99) + 0.01, 1.0], new[] { 0, 128, 255 }.Select(i => seen.Input[0, i]));
        Assert.Equal([0.01, 0.01, 0.01, 0.99, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01], seen.Target.Values.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_step_of_the_faster_network_allocates_nothing(bool correctOrder)
    {
        var network = new DeepNeuralNetwork(784, [100, 20], 10, 0.3, correctOrder, new(3));
        Matrix input = Wave(1, 784, 0.5), target = Matrix.Filled(1, 10, 0.01);
        for (var i = 0; i < 100; i++)
            network.Train(input, target);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            network.Train(input, target);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_hidden_layers_learn_digits_that_can_be_told_apart(bool correctOrder)
    {
        var network = new DeepNeuralNetwork(784, [30, 20], 10, 0.3, correctOrder, new(3));
        var test = Digits.Synthetic(200, seed: 2);
        var before = network.Accuracy(test).Matched.Count;
        MnistTraining.Run(network, Digits.Synthetic(2000), epochs: 3);
        var (matched, notMatched) = network.Accuracy(test);

        Assert.InRange(before, 0, 60);
        Assert.InRange(matched.Count, 180, 200);
        Assert.Equal(Enumerable.Range(0, 200), matched.Concat(notMatched).Order());
    }

    [Fact]
    public void Losses_are_printed_every_1000_steps_after_the_update()
    {
        var digits = Digits.Synthetic(2001);
        var told = new List<PrintedLoss>();
        var (losses, _) = MnistTraining.Run(new NeuralNetwork(784, 5, 10, 0.3, true, new(3)), digits, epochs: 2, told.Add);

        Matrix input = (digits.Row(0) / 255.0 * 0.99) + 0.01, target = Matrix.Filled(1, 10, 0.01);
        target[0, digits.Labels[0]] = 0.99;
        var standing = new NeuralNetwork(784, 5, 10, 0, true, new(3));
        var moved = new NeuralNetwork(784, 5, 10, 0.3, true, new(3));
        standing.Train(input, target);
        moved.Train(input, target);

        Assert.Equal([(0, 0), (0, 1000), (0, 2000), (1, 0), (1, 1000), (1, 2000)], losses.Select(l => (l.Epoch, l.Step)));
        Assert.Equal(losses, told);
        Assert.Equal(moved.LossVal(), losses[0].Loss);
        Assert.True(losses[0].Loss < standing.LossVal());
    }

    private sealed class Recorder() : NeuralNetwork(256, 2, 10, 0.3, true, new(1))
    {
        public Matrix Input { get; private set; } = new(0, 0);

        public Matrix Target { get; private set; } = new(0, 0);

        public override void Train(Matrix inputData, Matrix targetData)
        {
            (Input, Target) = (inputData, targetData);
            base.Train(inputData, targetData);
        }
    }

    private static Matrix Wave(int rows, int columns, double factor) =>
        Matrix.FromValues(rows, columns, [.. Enumerable.Range(1, rows * columns).Select(i => factor * Math.Sin(i))]);

    private static double[] Numbers(JsonElement peer, string name) =>
        [.. peer.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
    }
}
