using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class InitializationTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void Weights_and_variances_are_PyTorchs_on_every_machine(long seed) => AssertEqual(StabilityPeer.Of(seed), seed);

    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void The_training_is_PyTorchs_on_every_machine(long seed) => AssertTrainingEqual(StabilityPeer.Of(seed), seed);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-5)]
    [InlineData(long.MaxValue)]
    public void Torchs_weights_and_those_by_hand_have_the_formulas_variance(long seed) =>
        Assert.All(InitializationScheme.All, scheme =>
        {
            DrawnWeights drawn = DrawnWeights.Draw(scheme, seed);
            Assert.InRange(drawn.Torch / drawn.Formula, 1 - DrawnWeights.Tolerance, 1 + DrawnWeights.Tolerance);
            Assert.InRange(drawn.ByHand / drawn.Formula, 1 - DrawnWeights.Tolerance, 1 + DrawnWeights.Tolerance);
        });

    // A normal sample of 150,000 goes beyond four standard deviations, a uniform one never beyond sqrt(3) of them.
    [Fact]
    public void Uniform_weights_keep_within_their_bound_and_normal_ones_do_not() =>
        Assert.All(InitializationScheme.All, scheme =>
        {
            DrawnWeights drawn = DrawnWeights.Draw(scheme, 4);
            double[] largest = [drawn.LargestTorch / Math.Sqrt(drawn.Formula), drawn.LargestByHand / Math.Sqrt(drawn.Formula)];
            Assert.All(largest, l => Assert.InRange(l, scheme.IsUniform ? 1.73 : 3.9, scheme.IsUniform ? 1.7320509 : 7));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Xaviers_weights_halve_ReLUs_variance_in_each_layer_and_Hes_keep_it(long seed)
    {
        double Factor(string name) => LayerOutputs.Compute(
            seed, InitializationScheme.All.Single(scheme => scheme.Name == name), z => nn.functional.relu(z), 10, 400, 100, CPU).FactorALayer;

        Assert.All(["Xavier normal", "Xavier uniform", "randn / sqrt(n_in)"], name => Assert.InRange(Factor(name), 0.42, 0.58));
        Assert.All(["He normal", "He uniform"], name => Assert.InRange(Factor(name), 0.84, 1.16));
    }

    [Fact]
    public void The_examples_meet_every_figure()
    {
        ExampleResult weights = new InitializationExample().Run(new());
        ExampleResult training = new InitializationTrainingExample().Run(new());

        Assert.Equal(7 + 2 + 4, weights.Figures.Count(f => f.Match == true));
        Assert.Equal([true, null, true, null], training.Figures.Select(f => f.Match));
        Assert.All([weights, training], result => Assert.DoesNotContain(result.Figures, f => f.Match == false));
        Assert.StartsWith("infinite or no number", training.Figures[3].Actual.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_too_deep_for_float32_is_drawn_with_a_break()
    {
        ExampleContext context = new ExampleContext { Quick = true }.With(InitializationExample.Depth, 60);

        ExampleResult result = new InitializationExample().Run(context);

        var relu = (Plot)result.Pictures.Single(p => p.Name == "variance-relu").Picture;
        Assert.Contains(relu.Series[0].Ys, variance => !double.IsFinite(variance));
        Assert.Contains(relu.Legend, text => text.Contains("not finite", StringComparison.Ordinal));
    }

    private static void AssertEqual(PeerFigures peer, long seed)
    {
        foreach (InitializationScheme scheme in InitializationScheme.All)
        {
            using DisposeScope scope = NewDisposeScope();
            manual_seed(seed);
            Tensor weight = empty(7, 5);
            scheme.Draw(weight);
            peer.AssertEqual($"drawn.{scheme.Name}", weight.data<float>().ToArray());
            foreach (NamedActivation activation in NamedActivation.All)
            {
                LayerOutputs outputs = LayerOutputs.Compute(seed, scheme, activation.Apply, 10, 64, 32, CPU);
                peer.AssertEqual($"variances.{scheme.Name}.{activation.Name}", outputs.Variance, 1e-3);
            }
        }
    }

    private static void AssertTrainingEqual(PeerFigures peer, long seed)
    {
        peer.AssertEqual("training.He normal.relu", Losses("He normal", () => nn.ReLU()), 1e-3);
        peer.AssertEqual("training.Xavier uniform.tanh", Losses("Xavier uniform", () => nn.Tanh()), 1e-3);

        float[] Losses(string name, Func<nn.Module<Tensor, Tensor>> activation) => InitializationTraining.Losses(
            seed, InitializationScheme.All.Single(scheme => scheme.Name == name), activation, 8, 32, 0.05, 20, CPU);
    }
}
