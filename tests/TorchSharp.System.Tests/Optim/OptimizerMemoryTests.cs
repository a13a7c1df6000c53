using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

public class OptimizerMemoryTests
{
    public static TheoryData<string> Names => OptimizerTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_thousand_steps_in_scopes_leave_no_tensor_behind(string name)
    {
        ForgetOtherTestsTensors();
        var problem = new Problem();
        var before = Tensor.TotalCount;
        using (var optimizer = OptimizerTests.Make(name, problem.Parameters))
        {
            problem.Step(optimizer);
            var first = Tensor.TotalCount;
            for (var i = 0; i < 1000; i++) problem.Step(optimizer);
            Assert.Equal(first, Tensor.TotalCount);
        }
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_outside_any_scope_leaves_no_temporary_tensor(string name)
    {
        ForgetOtherTestsTensors();
        var problem = new Problem();
        using var optimizer = OptimizerTests.Make(name, problem.Parameters);
        problem.Step(optimizer);
        var before = Tensor.TotalCount;
        optimizer.zero_grad();
        optimizer.step();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void An_optimizer_that_was_made_inside_a_scope_outlives_it()
    {
        var problem = new Problem();
        OptimizerHelper optimizer;
        using (NewDisposeScope()) optimizer = optim.Adam(problem.Parameters, 0.1, 0.8, 0.9, amsgrad: true);
        using (optimizer) PeerFigures.Load("optim").AssertEqual("adam.amsgrad.float64", problem.Run(optimizer), 1e-12);
    }

    [Fact]
    public void A_failing_closure_leaves_parameters_and_grad_mode_alone()
    {
        var problem = new Problem();
        using var optimizer = optim.Adam(problem.Parameters);
        var before = problem.Values();
        Assert.Throws<InvalidOperationException>(() => optimizer.step(() => throw new InvalidOperationException("no loss today")));
        Assert.Equal(before, problem.Values());
        Assert.True(is_grad_enabled());
    }

    /// <summary>Those that were not disposed would otherwise lower the count at any time.</summary>
    private static void ForgetOtherTestsTensors()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
