using System.Text.Json;
using CourseLabs.Backprop.Activations;
using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;
using CourseLabs.Data.Digits;

namespace CourseLabs.Labs.Tests;

public sealed class NeuralNetworkTests
{
    [Theory]
    [InlineData("slide", UpdateOrder.Slide)]
    [InlineData("correct", UpdateOrder.Correct)]
    public void Losses_and_weights_after_six_steps_are_those_of_the_slides_NumPy(string name, UpdateOrder order)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", "slide_mnist.json")));
        JsonElement peer = file.RootElement.GetProperty(name);
        var layers = new Network(
            new Dense(Wave(5, 4, 0.9), Wave(1, 4, 0.5), new Sigmoid()),
            new Dense(Wave(4, 3, 1.2), Wave(1, 3, 0.4), new Sigmoid()));
        var network = new NeuralNetwork(layers, 0.3, order);

        var losses = new List<double>();
        for (int step = 0; step < 6; step++)
        {
            Matrix input = Matrix.FromRow([.. Enumerable.Range(0, 5).Select(i => (37 * ((5 * step) + i) % 256 / 255.0 * 0.99) + 0.01)]);
            Matrix target = Matrix.FromRow([.. Enumerable.Range(0, 3).Select(i => i == step % 3 ? 0.99 : 0.01)]);
            network.Train(input, target);
            losses.Add(network.LossVal(input, target));
        }

        AssertNear(Numbers(peer, "losses"), [.. losses]);
        foreach (Parameter parameter in layers.Parameters)
            AssertNear(Numbers(peer, parameter.Name), parameter.Value.Values.ToArray());
    }

    [Fact]
    public void The_orders_part_in_the_hidden_layer_only()
    {
        NeuralNetwork[] networks = [.. new[] { UpdateOrder.Correct, UpdateOrder.Slide }.Select(order => Network([6], order))];
        var row = new DigitRow(Digits.Synthetic(1));
        row.Read(0);
        foreach (NeuralNetwork network in networks)
            network.Train(row.InputData, row.TargetData);

        (Network correct, Network slide) = (networks[0].Layers, networks[1].Layers);
        AssertNear(correct.Layers[1].Weight.Value.Values.ToArray(), slide.Layers[1].Weight.Value.Values.ToArray());
        AssertNear(correct.Layers[1].Bias!.Value.Values.ToArray(), slide.Layers[1].Bias!.Value.Values.ToArray());
        Assert.True((correct.Layers[0].Weight.Value - slide.Layers[0].Weight.Value).Norm > 1e-4);
    }

    [Fact]
    public void The_first_weights_are_randn_by_the_root_of_the_inputs_and_the_biases_rand()
    {
        Network layers = new NeuralNetwork(784, [100, 50], 10, 0.3, UpdateOrder.Correct, new(5)).Layers;

        Assert.Equal(["W2 (784 x 100)", "b2 (1 x 100)", "W3 (100 x 50)", "b3 (1 x 50)", "W4 (50 x 10)", "b4 (1 x 10)"], layers.Parameters.Select(p => p.ToString()));
        Assert.Equal(1, layers.Layers[0].Weight.Value.Norm / Math.Sqrt(100), 0.02); // of 78,400 numbers of variance 1/784
        Assert.All(layers.Layers, layer => Assert.All(layer.Bias!.Value.Values.ToArray(), b => Assert.InRange(b, 0, 1)));
        Assert.InRange(layers.Layers[0].Bias!.Value.Values.ToArray().Average(), 0.4, 0.6);
    }

    [Fact]
    public void Inputs_and_targets_are_normalized_as_on_the_slide()
    {
        byte[] pixels = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        var row = new DigitRow(new MnistDigits(pixels, [3], 16, 16));
        row.Read(0);

        Assert.Equal([0.01, (128 / 255.0 * 0.99) + 0.01, 1.0], new[] { 0, 128, 255 }.Select(i => row.InputData[0, i]));
        Assert.Equal([0.01, 0.01, 0.01, 0.99, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01], row.TargetData.Values.ToArray());
    }

    [Theory]
    [InlineData(UpdateOrder.Correct)]
    [InlineData(UpdateOrder.Slide)]
    public void An_epoch_allocates_nothing_per_step(UpdateOrder order)
    {
        NeuralNetwork network = Network([100, 20], order);
        MnistDigits few = Digits.Synthetic(50), many = Digits.Synthetic(500);
        OnlineTraining.Run(network, few, epochs: 2);

        Assert.Equal(Allocated(few), Allocated(many));

        long Allocated(MnistDigits digits)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            OnlineTraining.Run(network, digits, epochs: 1);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(UpdateOrder.Correct)]
    [InlineData(UpdateOrder.Slide)]
    public void Two_hidden_layers_learn_digits_that_can_be_told_apart(UpdateOrder order)
    {
        NeuralNetwork network = Network([30, 20], order);
        MnistDigits test = Digits.Synthetic(200, seed: 2);
        int before = network.Accuracy(test).Matched.Count;
        OnlineTraining.Run(network, Digits.Synthetic(2000), epochs: 3);
        var (matched, notMatched) = network.Accuracy(test);

        Assert.InRange(before, 0, 60);
        Assert.InRange(matched.Count, 180, 200);
        Assert.Equal(Enumerable.Range(0, 200), matched.Concat(notMatched).Order());
    }

    [Fact]
    public void Losses_are_printed_every_1000_steps_after_the_update()
    {
        MnistDigits digits = Digits.Synthetic(2001);
        var told = new List<PrintedLoss>();
        var (losses, _) = OnlineTraining.Run(Network([5], UpdateOrder.Correct), digits, epochs: 2, told.Add);

        var first = new DigitRow(digits);
        first.Read(0);
        NeuralNetwork again = Network([5], UpdateOrder.Correct);
        double before = again.LossVal(first.InputData, first.TargetData);
        again.Train(first.InputData, first.TargetData);

        Assert.Equal([(0, 0), (0, 1000), (0, 2000), (1, 0), (1, 1000), (1, 2000)], losses.Select(l => (l.Epoch, l.Step)));
        Assert.Equal(losses, told);
        Assert.Equal(again.LossVal(first.InputData, first.TargetData), losses[0].Loss);
        Assert.True(losses[0].Loss < before);
    }

    private static NeuralNetwork Network(int[] hidden, UpdateOrder order) => new(784, hidden, 10, 0.3, order, new(3));

    private static Matrix Wave(int rows, int columns, double factor) =>
        Matrix.FromValues(rows, columns, [.. Enumerable.Range(1, rows * columns).Select(i => factor * Math.Sin(i))]);

    private static double[] Numbers(JsonElement peer, string name) => [.. peer.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
    }
}
