using CourseLabs.Examples;
using CourseLabs.Plots;
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
        Assert.All(Initializations.All, scheme =>
        {
            var drawn = InitializationExample.DrawnWeights.Draw(scheme, seed);
            Assert.True(drawn.VarianceFigure().Match, $"{drawn}");
        });

    // A normal sample of 150,000 goes beyond four standard deviations, a uniform one never beyond sqrt(3) of them.
    [Fact]
    public void Uniform_weights_keep_within_their_bound_and_normal_ones_do_not() =>
        Assert.All(Initializations.All, scheme =>
        {
            var drawn = InitializationExample.DrawnWeights.Draw(scheme, 4);
            double[] largest = [drawn.LargestTorch / Math.Sqrt(drawn.Formula), drawn.LargestByHand / Math.Sqrt(drawn.Formula)];
            Assert.All(largest, l => Assert.InRange(l, scheme.IsUniform ? 1.73 : 3.9, scheme.IsUniform ? 1.7320509 : 7));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Xaviers_weights_halve_ReLUs_variance_in_each_layer_and_Hes_keep_it(long seed)
    {
        double Factor(string name) => Outputs(seed, Scheme(name), z => nn.functional.relu(z), 400, 100).FactorALayer;

        Assert.All(["Xavier normal", "Xavier uniform", "randn / sqrt(n_in)"], name => Assert.InRange(Factor(name), 0.42, 0.58));
        Assert.All(["He normal", "He uniform"], name => Assert.InRange(Factor(name), 0.84, 1.16));
    }

    [Fact]
    public void The_examples_meet_every_figure()
    {
        var weights = new InitializationExample().Run(new ExampleRun());
        var training = new InitializationTrainingExample().Run(new ExampleRun());

        Assert.Equal(7 + 2 + 4, weights.Figures.Count(f => f.Match == true));
        Assert.Equal([true, null, true, null], training.Figures.Select(f => f.Match));
        Assert.All([weights, training], result => Assert.DoesNotContain(result.Figures, f => f.Match == false));
        Assert.StartsWith("infinite or no number", training.Figures[3].Actual.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the slide's Var(W) taken for the variance")]
    [InlineData("n_in alone")]
    [InlineData("twice n_out")]
    public void A_wrong_Xavier_misses_its_variance(string mistake)
    {
        const double nIn = 500, nOut = 300;
        var wrong = mistake switch
        {
            "n_in alone" => 1 / nIn,
            "twice n_out" => 2 / (nIn + (2 * nOut)),
            _ => Math.Sqrt(2 / (nIn + nOut)),
        };
        var normal = Scheme("Xavier normal") with { Draw = w => w.normal_(0, Math.Sqrt(wrong)) };
        var bound = Math.Sqrt(3 * wrong);
        var uniform = Scheme("Xavier uniform") with { Draw = w => w.uniform_(-bound, bound) };

        Assert.All([normal, uniform], s => Assert.False(InitializationExample.DrawnWeights.Draw(s, 0).VarianceFigure().Match));
        Assert.False(InitializationExample.DrawnWeights.Draw(uniform, 0).BoundFigure().Match);
        Assert.True(InitializationExample.DrawnWeights.Draw(Scheme("Xavier uniform"), 0).BoundFigure().Match);
    }

    [Fact]
    public void Weights_of_another_variance_miss_ReLUs_factor_for_ten_seeds_and_the_right_ones_meet_it()
    {
        InitializationScheme he = Scheme("He normal"), xavier = Scheme("Xavier normal");
        Action<Tensor> wider = w => w.normal_(0, Math.Sqrt(2.5 / w.shape[1]));
        for (long seed = 0; seed < 10; seed++)
        {
            bool? Meets(InitializationScheme drawn, InitializationScheme expected) =>
                InitializationExample.FactorFigure(expected, Outputs(seed, drawn, z => nn.functional.relu(z), 400, 200), true).Match;

            Assert.True(Meets(he, he));
            Assert.True(Meets(xavier, xavier));
            Assert.False(Meets(xavier, he));
            Assert.False(Meets(he with { Draw = wider }, he));
        }
    }

    [Fact]
    public void Another_depth_width_or_rate_misses_a_loss_of_the_training()
    {
        var right = new InitializationTrainingExample().Run(new ExampleRun());
        string[] Missed(InitializationTrainingExample.Settings wrong) =>
            MissedFigures.Of(right.Figures, new InitializationTrainingExample().Run(wrong, new()).Figures);

        Assert.All(
            (InitializationTrainingExample.Settings[])
                [new(Epochs: 30, Depth: 7), new(Epochs: 30, Width: 31), new(Epochs: 30, LearningRate: 0.0501)],
            wrong => Assert.Equal(["ReLU, He normal: loss after 10 epochs", "ReLU, normal(0, 0.01): last loss"], Missed(wrong)));
    }

    [Fact]
    public void A_stack_too_deep_for_float32_is_drawn_with_a_break()
    {
        var result = new InitializationExample().Run(new(Depth: 60, Width: 100), new());

        var relu = (Plot)result.Pictures.Single(p => p.Name == "variance-relu").Picture;
        Assert.Contains(relu.Series[0].Ys, variance => !double.IsFinite(variance));
        Assert.Contains(relu.Legend, text => text.Contains("not finite", StringComparison.Ordinal));
    }

    private static void AssertEqual(PeerFigures peer, long seed)
    {
        foreach (var scheme in Initializations.All)
        {
            using var scope = NewDisposeScope();
            manual_seed(seed);
            var weight = empty(7, 5);
            scheme.Draw(weight);
            peer.AssertEqual($"drawn.{scheme.Name}", weight.data<float>().ToArray());
            foreach (var activation in NamedActivation.All)
            {
                var outputs = Outputs(seed, scheme, activation.Apply, 64, 32);
                peer.AssertEqual($"variances.{scheme.Name}.{activation.Name}", outputs.Variance, 1e-3);
            }
        }
    }

    private static void AssertTrainingEqual(PeerFigures peer, long seed)
    {
        peer.AssertEqual("training.He normal.relu", Losses("He normal", () => nn.ReLU()), 1e-3);
        peer.AssertEqual("training.Xavier uniform.tanh", Losses("Xavier uniform", () => nn.Tanh()), 1e-3);

        float[] Losses(string name, Func<nn.Module<Tensor, Tensor>> activation)
        {
            manual_seed(seed);
            return InitializationTraining.Run(Scheme(name), activation, 8, 32, 0.05, 20);
        }
    }

    private static InitializationScheme Scheme(string name) => Initializations.All.Single(scheme => scheme.Name == name);

    private static LayerOutputs Outputs(long seed, InitializationScheme scheme, Func<Tensor, Tensor> f, int width, int batch)
    {
        manual_seed(seed);
        return LayerOutputs.Run(scheme, f, 10, width, batch);
    }
}
