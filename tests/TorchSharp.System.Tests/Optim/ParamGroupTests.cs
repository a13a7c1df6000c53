using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

public class ParamGroupTests
{
    private static readonly PeerFigures Peer = PeerFigures.Load("optim");

    [Fact]
    public void Groups_have_their_own_options_and_take_the_rest_from_the_optimizer()
    {
        foreach (var (type, tolerance) in new[] { (ScalarType.Float64, 1e-12), (ScalarType.Float32, 1e-6) })
        {
            var problem = new Problem(type);
            using var sgd = optim.SGD(
            [
                new SGD.ParamGroup { Parameters = [problem.W], Options = new() { LearningRate = 0.002, momentum = 0.9 } },
                new SGD.ParamGroup { Parameters = [problem.B], Options = new() { weight_decay = 0.1 } },
            ], 0.01);
            Peer.AssertEqual($"groups.sgd.{type.ToString().ToLowerInvariant()}", problem.Run(sgd), tolerance);

            problem = new Problem(type);
            using var adam = optim.Adam(
            [
                new Adam.ParamGroup([problem.W], lr: 0.05, beta1: 0.7, beta2: 0.9),
                new Adam.ParamGroup { Parameters = [problem.B], Options = new() { amsgrad = true, weight_decay = 0.1 } },
            ], 0.02);
            Peer.AssertEqual($"groups.adam.{type.ToString().ToLowerInvariant()}", problem.Run(adam), tolerance);
        }
    }

    [Fact]
    public void A_group_may_be_added_between_steps()
    {
        var problem = new Problem();
        using var optimizer = optim.SGD([problem.W], 0.01, 0.9);
        var values = problem.Run(optimizer, before: step =>
        {
            if (step == 5) optimizer.add_param_group(new SGD.ParamGroup { Parameters = [problem.B], Options = new() { LearningRate = 0.02 } });
        });
        Peer.AssertEqual("groups.added.float64", values, 1e-12);
        Assert.Equal([0.01, 0.02], optimizer.ParamGroups.Select(group => group.LearningRate));
        Assert.Equal([0.01, 0.02], optimizer.ParamGroups.Select(group => group.InitialLearningRate));
    }

    [Fact]
    public void A_groups_rate_momentum_and_betas_can_be_changed()
    {
        var problem = new Problem();
        var group = new RMSProp.ParamGroup(problem.Parameters, lr: 0.5);
        using var optimizer = optim.RMSProp([group], 0.01);
        Assert.Equal(0.5, group.LearningRate);
        group.LearningRate = 0.01;
        group.Momentum = 0.9;
        group.Options.alpha = 0.9;
        group.Options.weight_decay = 0.1;
        Peer.AssertEqual("rmsprop.momentum.float64", problem.Run(optimizer), 1e-12);

        problem = new Problem();
        using var adam = optim.Adam([new Adam.ParamGroup(problem.Parameters, lr: 0.1, eps: 1e-6, weight_decay: 0.1)]);
        ((Adam.ParamGroup)adam.ParamGroups.Single()).Betas = (0.8, 0.9);
        Peer.AssertEqual("adam.decay.float64", problem.Run(adam), 1e-12);
    }

    [Fact]
    public void A_group_with_another_optimizers_options_is_refused()
    {
        var problem = new Problem();
        using var optimizer = optim.SGD([problem.W], 0.01);
        var error = Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new Adam.ParamGroup([problem.B])));
        Assert.Contains("Adam", error.Message, StringComparison.Ordinal);
        Assert.Single(optimizer.ParamGroups);
    }

    [Fact]
    public void Parameters_that_come_from_an_iterator_are_read_once()
    {
        var problem = new Problem();
        var reads = 0;
        using var optimizer = optim.SGD(Lazily(), 0.01);
        Peer.AssertEqual("sgd.plain.float64", problem.Run(optimizer), 1e-12);
        Assert.Equal(1, reads);

        IEnumerable<Parameter> Lazily()
        {
            reads++;
            foreach (var parameter in problem.Parameters) yield return parameter;
        }
    }

    [Fact]
    public void Asgd_takes_groups_of_the_general_kind()
    {
        var problem = new Problem();
        ParamGroup<ASGD.Options>[] groups = [new ParamGroup<ASGD.Options>(problem.Parameters, new() { LearningRate = 0.01 })];
        using var optimizer = optim.ASGD(groups);
        Peer.AssertEqual("asgd.plain.float64", problem.Run(optimizer), 1e-12);
    }
}
