using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>Hooks see, and may change, what goes into a module and what comes out.</summary>
public class HookTests
{
    [Fact]
    public void A_pre_hook_changes_the_input_until_it_is_removed()
    {
        using var scope = NewDisposeScope();
        using var identity = Identity();
        var hook = identity.register_forward_pre_hook((module, input) => input.add(1));
        Assert.Equal(3, identity.call(tensor(2.0f)).item<float>());
        hook.remove();
        Assert.Equal(2, identity.call(tensor(2.0f)).item<float>());
    }

    [Fact]
    public void A_hook_changes_the_result_until_it_is_removed()
    {
        using var scope = NewDisposeScope();
        using var identity = Identity();
        var hook = identity.register_forward_hook((module, input, result) => result.mul(input));
        Assert.Equal(9, identity.call(tensor(3.0f)).item<float>());
        hook.remove();
        Assert.Equal(3, identity.call(tensor(3.0f)).item<float>());
    }

    [Fact]
    public void Hooks_of_the_module_run_around_the_others_and_forward_by_itself_runs_none()
    {
        using var scope = NewDisposeScope();
        using var identity = Identity();
        var calls = new List<string>();
        identity.register_forward_pre_hook(_ => calls.Add("before"));
        identity.register_forward_pre_hook((_, input) => { calls.Add("input"); return input; });
        identity.register_forward_hook((_, _, result) => { calls.Add("result"); return result; });
        identity.register_forward_hook(_ => calls.Add("after"));
        identity.forward(ones(1));
        Assert.Empty(calls);
        identity.call(ones(1));
        Assert.Equal(["before", "input", "result", "after"], calls);
    }

    [Fact]
    public void A_module_of_two_inputs_gets_both_changed()
    {
        using var scope = NewDisposeScope();
        using var difference = new Difference();
        difference.register_forward_pre_hook((_, a, b) => (b, a));
        Assert.Equal(4, difference.call(tensor(1.0f), tensor(5.0f)).item<float>());
    }

    [Fact]
    public void An_exception_in_a_hook_reaches_the_caller_and_leaves_the_module_well()
    {
        using var scope = NewDisposeScope();
        using var model = Sequential(Linear(1, 1), Identity());
        var hook = model.register_forward_pre_hook((Module<Tensor, Tensor> _, Tensor _) => throw new FormatException("mine"));
        Assert.Equal("mine", Assert.Throws<FormatException>(() => model.call(ones(1, 1))).Message);
        hook.remove();
        Assert.Equal([1L, 1L], model.call(ones(1, 1)).shape);
    }

    private sealed class Difference() : Module<Tensor, Tensor, Tensor>(nameof(Difference))
    {
        public override Tensor forward(Tensor input1, Tensor input2) => input1.sub(input2);
    }
}
