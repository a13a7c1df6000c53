using CourseLabs.Examples;
using static TorchSharp.torch;
using TorchParameter = TorchSharp.Modules.Parameter;

namespace CourseLabs.Labs.Tests;

/// <summary>Deck E's optimizers, step by step (COURSE E9).</summary>
public sealed class OptimizerStepsTests
{
    public static TheoryData<string> Names => ["SGD", "momentum", "NAG", "Adagrad", "Adadelta", "RMSprop", "Adam"];

    // error = (W - 3)^4 / 4, so that its gradient is (W - 3)^3.
    [Theory]
    [MemberData(nameof(Names))]
    public void As_torch_defines_it_every_step_is_torch_optims(string name)
    {
        var ours = OptimizerFormsExample.Way(1, 200, w => Torchs(name)(w, W => Math.Pow(W - 3, 3), 0.01));
        var torchs = OptimizerFormsExample.TorchWay(1, 200, p => InTorch(name, p, 0.01), W => (W - 3).pow(4) / 4);

        Assert.All(ours.Zip(torchs), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.NotEqual(1, ours[^1]);
    }

    [Fact]
    public void The_slides_epsilon_in_the_root_gives_another_first_step()
    {
        var slides = OptimizerFormsExample.Way(0, 2, w => OptimizerSteps.SlideAdagrad(w, W => 0.1, 0.1, 0.01));
        var torchs = OptimizerFormsExample.TorchWay(0, 2, p => optim.Adagrad(p, 0.1, eps: 0.01), W => 0.1 * W);

        Assert.Equal(-0.0707, slides[1], 4);
        Assert.Equal(-0.0909, torchs[1], 4);
    }

    [Fact]
    public void The_slides_look_ahead_goes_where_torchs_parameter_goes()
    {
        var w = new Weight(1);
        var torchs = OptimizerFormsExample.TorchWay(1, 50, p => InTorch("NAG", p, 0.1), W => W.pow(2) / 2);
        for (var step = 1; step < 50; step++)
        {
            OptimizerSteps.SlideNesterov(w, W => W, 0.1);
            Assert.Equal(torchs[step], w.W + (0.9 * w.V), 1e-12);
        }
    }

    [Theory]
    [InlineData("epsilon forgotten")]
    [InlineData("the slide's plus")]
    [InlineData("forms exchanged")]
    public void A_mistake_in_a_form_misses_a_figure(string mistake)
    {
        (var slides, var torchs) = mistake switch
        {
            "epsilon forgotten" => (Slide(0), Torch(0)),
            "the slide's plus" => (Up(Slide(0.01)), Up(Torch(0.01))),
            _ => (Torch(0.01), Slide(0.01)),
        };

        bool?[] Matches(OptimizerFormsExample.Form s, OptimizerFormsExample.Form t) =>
            [.. OptimizerFormsExample.FirstSteps("Adagrad", 0.01, s, t, p => optim.Adagrad(p, 0.1, eps: 0.01)).Select(f => f.Match)];
        Assert.Equal([true, true, true], Matches(Slide(0.01), Torch(0.01)));
        Assert.Equal([false, false, true], Matches(slides, torchs));

        static OptimizerFormsExample.Form Slide(double epsilon) => (w, g, eta) => OptimizerSteps.SlideAdagrad(w, g, eta, epsilon);
        static OptimizerFormsExample.Form Torch(double epsilon) => (w, g, eta) => OptimizerSteps.TorchAdagrad(w, g, eta, epsilon);
        static OptimizerFormsExample.Form Up(OptimizerFormsExample.Form form) => (w, g, eta) => form(w, g, -eta);
    }

    [Theory]
    [InlineData(0.1, 0.9001)]
    [InlineData(0.1001, 0.9)]
    public void Another_momentum_or_rate_misses_the_comparison_with_torch(double eta, double gamma)
    {
        var torchs = OptimizerFormsExample.TorchWay(1, 50, p => InTorch("momentum", p, 0.1), W => W.pow(2) / 2);
        Figure Apart(double eta, double gamma) => OptimizerFormsExample.Apart(
            "apart", OptimizerFormsExample.Way(1, 50, w => OptimizerSteps.SlideMomentum(w, W => W, eta, gamma)), torchs);

        Assert.True(Apart(0.1, 0.9).Match);
        Assert.False(Apart(eta, gamma).Match);
    }

    private static OptimizerFormsExample.Form Torchs(string name) => name switch
    {
        "SGD" => OptimizerSteps.Sgd,
        "momentum" => (w, g, eta) => OptimizerSteps.TorchMomentum(w, g, eta),
        "NAG" => (w, g, eta) => OptimizerSteps.TorchNesterov(w, g, eta),
        "Adagrad" => (w, g, eta) => OptimizerSteps.TorchAdagrad(w, g, eta),
        "Adadelta" => (w, g, eta) => OptimizerSteps.TorchAdadelta(w, g, eta),
        "RMSprop" => (w, g, eta) => OptimizerSteps.TorchRmsProp(w, g, eta),
        _ => (w, g, eta) => OptimizerSteps.TorchAdam(w, g, eta),
    };

    private static optim.Optimizer InTorch(string name, IEnumerable<TorchParameter> p, double lr) =>
        Contestant.All.Single(c => c.Name == name).InTorch([.. p], lr);
}
