using CourseLabs.Backprop.Neurons;
using CourseLabs.Examples;

namespace CourseLabs.Labs.Tests;

public sealed class XorTests
{
    [Fact]
    public void Nearly_every_seed_learns_XOR_with_4_hidden_neurons_and_none_with_1()
    {
        Assert.Equal(0, Learned(hidden: 1, seeds: 20));
        Assert.InRange(Learned(hidden: 4, seeds: 20), 19, 20);
    }

    [Fact]
    public void The_perceptron_fails_at_XOR_whatever_its_learning_rate_and_limit()
    {
        foreach ((var lr, var epochs) in new[] { (1e-3, 1000), (0.5, 17), (10, 3000) })
        {
            var result = new LogicGatesExample().Run(new(epochs, lr), new ExampleRun { Seed = 5 });

            Assert.Equal("no", Named(result, "XOR is learned").Actual.ToString());
            Assert.True(Named(result, "XOR has a wrong answer in every epoch").Match);
            Assert.Null(Named(result, "AND is learned").Expected);
        }
    }

    [Fact]
    public void A_training_cut_short_or_of_another_gate_misses_what_is_learned()
    {
        static bool? Match(string name, LogicGate gate, int epochs) =>
            LogicGatesExample.Trained.Of(name, gate, new(Epochs: epochs), new Random(0)).IsLearned(when: true).Match;

        Assert.True(Match("AND", LogicGate.And, 1000));
        Assert.True(Match("XOR", LogicGate.Xor, 1000));
        Assert.False(Match("AND", LogicGate.And, 1));
        Assert.False(Match("XOR", LogicGate.Or, 1000));
    }

    [Theory]
    [InlineData(0.5001, 0)]
    [InlineData(0.25, 0)]
    [InlineData(0.5, 1)]
    public void Another_learning_rate_or_start_leaves_torchs_losses(double lr, int seed)
    {
        var result = new XorNetworkExample().Run(new ExampleRun { Quick = true });
        var figure = Named(result, "largest difference to TorchSharp's losses");
        (var torch, _) = XorTraining.InTorch(XorTraining.Draw(4, new Random(0)), 0.5, 2000, XorTraining.X);
        var other = XorTraining.ByHand(XorTraining.Draw(4, new Random(seed)), lr, 2000);

        Assert.True(figure.Match);
        FigureValue difference = torch.Zip(other, (a, b) => Math.Abs(a - b)).Max();
        Assert.False(difference.IsWithin(figure.Tolerance!.Value, figure.Expected!));
    }

    [Fact]
    public void An_interrupt_ends_the_training()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var run = new ExampleRun { Progress = new(cancellation: interrupt.Token) };

        Assert.Throws<OperationCanceledException>(() => new XorNetworkExample().Run(run));
        Assert.Throws<OperationCanceledException>(() => new PerceptronLoopExample().Run(run));
        Assert.Throws<OperationCanceledException>(() => new ActivationRankingExample().Run(run));
    }

    private static int Learned(int hidden, int seeds) => Enumerable.Range(0, seeds).Count(seed =>
    {
        var network = XorTraining.Draw(hidden, new Random(seed));
        XorTraining.ByHand(network, 0.5, 5000);
        return network.Forward(XorTraining.X).Values.ToArray().Select(a => a > 0.5).SequenceEqual([false, true, true, false]);
    });

    private static Figure Named(ExampleResult result, string name) => result.Figures.Single(f => f.Name == name);
}
