using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

public class LbfgsTests
{
    private static readonly PeerFigures Peer = PeerFigures.Load("optim");

    [Fact]
    public void Losses_and_parameters_equal_PyTorchs()
    {
        Check("lbfgs.plain", 4, p => optim.LBFGS(p));
        Check("lbfgs.short", 6, p => optim.LBFGS(p, 0.1, 4, history_size: 3));
        Check("lbfgs.evaluations", 3, p => optim.LBFGS(p, 0.1, 10, 5));
    }

    [Fact]
    public void Steps_leave_only_the_history_behind()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var problem = new Problem();
        var before = Tensor.TotalCount;
        using (var optimizer = optim.LBFGS(problem.Parameters, 0.01, 3, history_size: 5))
        {
            for (var i = 0; i < 5; i++) Step(optimizer, problem);
            var full = Tensor.TotalCount;
            for (var i = 0; i < 20; i++) Step(optimizer, problem);
            Assert.Equal(full, Tensor.TotalCount);
        }
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_schedule_sets_its_rate()
    {
        using var optimizer = optim.LBFGS(new Problem().Parameters, 0.5);
        var scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.1);
        scheduler.step();
        Assert.Equal(0.05, optimizer.LearningRate, 12);
        Assert.Equal(0.5, optimizer.InitialLearningRate);
    }

    [Fact]
    public void It_needs_a_closure() => Assert.Throws<ArgumentNullException>(() => optim.LBFGS(new Problem().Parameters).step(null!));

    private static double Step(Modules.LBFGS optimizer, Problem problem)
    {
        using var scope = NewDisposeScope();
        return optimizer.step(() =>
        {
            optimizer.zero_grad();
            var loss = problem.Loss();
            loss.backward();
            return loss;
        })!.item<double>();
    }

    private static void Check(string name, int steps, Func<Modules.Parameter[], Modules.LBFGS> make)
    {
        var problem = new Problem();
        using var optimizer = make(problem.Parameters);
        var values = new List<double>();
        for (var i = 0; i < steps; i++)
        {
            values.Add(Step(optimizer, problem));
            values.AddRange(problem.Values());
        }
        Peer.AssertEqual(name, values, 1e-12);
    }
}
