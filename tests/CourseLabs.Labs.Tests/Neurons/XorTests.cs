using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;

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
        foreach ((double lr, int epochs) in new[] { (1e-3, 1000), (0.5, 17), (10, 3000) })
        {
            var context = new ExampleContext { Seed = 5 }.With(LogicGatesExample.LearningRate, lr).With(LogicGatesExample.Epochs, epochs);
            ExampleResult result = new LogicGatesExample().Run(context);

            Assert.Equal("no", Named(result, "XOR is learned").Actual.ToString());
            Assert.True(Named(result, "XOR has a wrong answer in every epoch").Match);
            Assert.Null(Named(result, "AND is learned").Expected);
        }
    }

    [Fact]
    public void Each_of_the_five_steps_sets_out_from_other_weights_for_another_seed()
    {
        FigureValue[] weights = [.. new[] { 1, 2 }.Select(seed => Named(new PerceptronLoopExample().Run(new() { Seed = seed }), "w0, w1, w2").Actual)];

        Assert.NotEqual(weights[0].Numbers, weights[1].Numbers);
    }

    [Fact]
    public void Novikoffs_bound_for_a_start_at_0_is_radius_over_margin_squared() => Assert.Equal(9, PerceptronLoopExample.Novikoff(0, 3, 1));

    [Fact]
    public void An_interrupt_ends_the_training()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();

        Assert.Throws<OperationCanceledException>(() => new XorNetworkExample().Run(new() { Cancellation = interrupt.Token }));
    }

    private static int Learned(int hidden, int seeds) => Enumerable.Range(0, seeds).Count(seed =>
    {
        Network network = XorTraining.Draw(hidden, new Random(seed));
        XorTraining.ByHand(network, 0.5, 5000, default);
        return network.Forward(XorTraining.X).Values.ToArray().Select(a => a > 0.5).SequenceEqual([false, true, true, false]);
    });

    private static Figure Named(ExampleResult result, string name) => result.Figures.Single(f => f.Name == name);
}
