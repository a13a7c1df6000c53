using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Tests.Optim;

/// <summary>Each schedule's rates (and momenta) of two groups over 25 epochs equal PyTorch's (Peers/optim.py).</summary>
public class SchedulerTests
{
    private static readonly PeerFigures Peer = PeerFigures.Load("optim");

    private static readonly Dictionary<string, Func<optim.Optimizer, LRScheduler>> Schedules = new()
    {
        ["step"] = o => StepLR(o, 4, 0.5),
        ["multistep"] = o => MultiStepLR(o, [3, 8, 8, 15], 0.3),
        ["exponential"] = o => ExponentialLR(o, 0.9),
        ["cosine"] = o => CosineAnnealingLR(o, 10, 0.01),
        ["cosine.odd"] = o => CosineAnnealingLR(o, 7),
        ["lambda"] = o => LambdaLR(o, epoch => Math.Pow(0.95, epoch)),
        ["lambdas"] = o => new impl.LambdaLR(o, [epoch => Math.Pow(0.95, epoch), epoch => 1.0 / (1 + epoch)]),
        ["multiplicative"] = o => MultiplicativeLR(o, epoch => 1 - 0.5 / (1 + epoch)),
        ["constant"] = o => ConstantLR(o, 0.25, 6),
        ["linear"] = o => LinearLR(o, 0.2, 0.9, 8),
        ["polynomial"] = o => PolynomialLR(o, 12, 2),
        ["sequential"] = o => SequentialLR(o, [ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9), StepLR(o, 3, 0.5)], [5, 12]),
        ["chained"] = o => ChainedLR([ConstantLR(o, 0.1, 4), ExponentialLR(o, 0.9)]),
    };

    private static readonly Dictionary<string, Func<optim.Optimizer, LRScheduler>> Cycles = new()
    {
        ["onecycle"] = o => OneCycleLR(o, 0.5, 25),
        ["onecycle.betas"] = o => OneCycleLR(o, [0.5, 0.3], epochs: 5, steps_per_epoch: 5, pct_start: 0.2, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, div_factor: 10, final_div_factor: 100),
        ["onecycle.three"] = o => OneCycleLR(o, 0.5, 25, three_phase: true, base_momentum: 0.6, max_momentum: 0.8),
        ["cyclic"] = o => CyclicLR(o, 0.01, 0.2, 4),
        ["cyclic.two"] = o => CyclicLR(o, 0.01, 0.2, 4, 6, impl.CyclicLR.Mode.Triangular2, base_momentum: 0.5, max_momentum: 0.7),
        ["cyclic.lists"] = o => CyclicLR(o, [0.01, 0.02], [0.2, 0.3], 4, 6, impl.CyclicLR.Mode.Triangular2, base_momentum: [0.5, 0.4], max_momentum: [0.7, 0.6]),
        ["cyclic.exp"] = o => CyclicLR(o, 0.01, 0.2, 5, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.95),
        ["cyclic.own"] = o => CyclicLR(o, 0.01, 0.2, 5, scale_fn: cycle => 1 / cycle, cycle_momentum: false),
    };

    private static readonly string[] WithClosedForm = ["step", "multistep", "exponential", "cosine", "constant", "linear", "polynomial"];

    public static TheoryData<string> Names => [.. Schedules.Keys];
    public static TheoryData<string> CycleNames => [.. Cycles.Keys];
    public static TheoryData<string> ClosedNames => [.. WithClosedForm];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_equal_PyTorchs_epoch_by_epoch(string name) => Check(name, Schedules[name], (scheduler, _) => scheduler.step());

    [Theory]
    [MemberData(nameof(CycleNames))]
    public void Rates_and_momenta_of_cycles_equal_PyTorchs(string name) => Check(name, Cycles[name], (scheduler, _) => scheduler.step(), momenta: true);

    [Theory]
    [MemberData(nameof(ClosedNames))]
    public void A_step_to_an_epoch_of_choice_equals_PyTorchs(string name) =>
        Check("closed." + name, name == "multistep" ? o => MultiStepLR(o, [3, 8, 15], 0.3) : Schedules[name], (scheduler, epoch) => scheduler.step(2 * epoch));

    [Theory]
    [InlineData("plateau")]
    [InlineData("plateau.cooldown")]
    public void Rates_are_reduced_on_plateaus_as_PyTorch_reduces_them(string name)
    {
        var measures = Peer["measures"];
        Check(name, o => name == "plateau"
            ? ReduceLROnPlateau(o, factor: 0.5, patience: 2)
            : ReduceLROnPlateau(o, "max", 0.3, 1, 0.05, "abs", 2, [0.01, 0.02]), (scheduler, epoch) => scheduler.step(measures[epoch - 1]));
    }

    [Fact]
    public void A_plateau_needs_a_measure()
    {
        var scheduler = ReduceLROnPlateau(Sgd());
        Assert.Throws<InvalidOperationException>(() => scheduler.step());
        Assert.Throws<InvalidOperationException>(() => scheduler.step(3));
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        var optimizer = Sgd();
        Assert.Throws<ArgumentNullException>(() => StepLR(null!, 1));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, factor: 1));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, "least"));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, threshold_mode: "some"));
        Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [StepLR(optimizer, 1)], [3]));
        Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [StepLR(Sgd(), 1)], []));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1, 10, pct_start: 1.5));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1, -5));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1, epochs: 3));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optim.Adagrad(new Problem().Parameters), 0.1, 10));
        Assert.Throws<ArgumentException>(() => CyclicLR(optim.Adam(new Problem().Parameters), 0.1, 0.2));
    }

    [Fact]
    public void One_cycle_ends_after_its_last_step()
    {
        var scheduler = OneCycleLR(Sgd(), 0.1, 3);
        for (var i = 0; i < 3; i++) scheduler.step();
        Assert.Throws<InvalidOperationException>(() => scheduler.step());
    }

    [Fact]
    public void A_schedule_decides_the_optimizers_steps()
    {
        var problem = new Problem();
        using var optimizer = optim.SGD(problem.Parameters, 0.01);
        var scheduler = LambdaLR(optimizer, epoch => epoch == 0 ? 1 : 0);
        problem.Step(optimizer);
        var after = problem.Values();
        scheduler.step();
        problem.Step(optimizer);
        Assert.Equal(after, problem.Values());
    }

    private static SGD Sgd()
    {
        var problem = new Problem();
        return optim.SGD([new SGD.ParamGroup { Parameters = [problem.W] }, new SGD.ParamGroup { Parameters = [problem.B], Options = new() { LearningRate = 0.05 } }], 0.1, 0.9);
    }

    private static Adam AdamOfTwoGroups()
    {
        var problem = new Problem();
        return optim.Adam([new Adam.ParamGroup { Parameters = [problem.W] }, new Adam.ParamGroup { Parameters = [problem.B], Options = new() { LearningRate = 0.05 } }], 0.1);
    }

    private static void Check(string name, Func<optim.Optimizer, LRScheduler> make, Action<LRScheduler, int> step, bool momenta = false)
    {
        using OptimizerHelper optimizer = name.EndsWith("betas", StringComparison.Ordinal) ? AdamOfTwoGroups() : Sgd();
        var scheduler = make(optimizer);
        var values = new List<double>();
        for (var epoch = 0; epoch <= 25; epoch++)
        {
            if (epoch > 0) step(scheduler, epoch);
            foreach (var group in optimizer.ParamGroups)
            {
                values.Add(group.LearningRate);
                if (momenta) values.Add(group is optim.IBetas adam ? adam.Betas.Item1 : ((optim.IMomentum)group).Momentum);
            }
            Assert.Equal(optimizer.ParamGroups.Select(group => group.LearningRate), scheduler.get_last_lr());
        }
        Peer.AssertEqual("schedule." + name, values, 1e-14);
    }
}
