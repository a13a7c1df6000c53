using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>Sequential in all its forms, and what it disposes on the way.</summary>
public class SequentialTests
{
    [Fact]
    public void Every_form_builds_the_same_network()
    {
        var modules = new Module<Tensor, Tensor>[] { Identity(), Flatten() };
        Sequential[] unnamed = [Sequential(modules), Sequential((IEnumerable<Module<Tensor, Tensor>>)modules), Sequential().append(modules[0]).append(modules[1])];
        Assert.All(unnamed, model => Assert.Equal([("0", (Module)modules[0]), ("1", modules[1])], model.named_children()));

        Sequential[] named =
        [
            Sequential(("a", modules[0]), ("b", modules[1])),
            Sequential(new List<(string, Module<Tensor, Tensor>)> { ("a", modules[0]), ("b", modules[1]) }),
            Sequential(Tuple.Create("a", modules[0]), Tuple.Create("b", modules[1])),
            Sequential(new List<Tuple<string, Module<Tensor, Tensor>>> { Tuple.Create("a", modules[0]), Tuple.Create("b", modules[1]) }),
            Sequential().append("a", modules[0]).append("b", modules[1]),
        ];
        Assert.All(named, model => Assert.Equal([("a", (Module)modules[0]), ("b", modules[1])], model.named_children()));
        Assert.Equal(2, named[0].Count);
        Assert.Same(modules[1], named[0][1]);
    }

    [Fact]
    public void A_slice_shares_its_modules_and_keeps_their_names()
    {
        using var model = Sequential(("a", Linear(2, 3)), ("b", Identity()), ("c", Linear(3, 1)));
        Assert.Equal(["b", "c"], model[1..].named_children().Select(m => m.name));
        Assert.Equal(["a", "b"], model[(null, 2)].named_children().Select(m => m.name));
        Assert.Equal(["b"], model[1..^1].named_children().Select(m => m.name));
        Assert.Same(model[0], model[..1][0]);
        Assert.Throws<IndexOutOfRangeException>(() => model[(0, 4)]);
        Assert.Throws<IndexOutOfRangeException>(() => model[(-1, 2)]);
    }

    [Fact]
    public void What_lies_between_is_disposed_and_input_and_result_are_not()
    {
        using var x = rand(4, 2);
        using var model = Sequential(Linear(2, 3), Identity(), Linear(3, 3), Flatten(), Linear(3, 1));
        var before = Tensor.TotalCount;
        using (var y = model.call(x)) Assert.Equal(before + 1, Tensor.TotalCount);
        Assert.Equal(before, Tensor.TotalCount);
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void A_module_that_hands_its_own_input_on_keeps_it_alive()
    {
        using var x = ones(2);
        using var model = Sequential(new Same(), new Same(), Identity(), new Same(), new Same());
        using (var y = model.call(x)) Assert.Equal(2, y.sum().item<float>());
        using var only = Sequential(new Same(), new Same());
        Assert.Same(x, only.call(x));
        Assert.Equal(2, x.sum().item<float>());
    }

    [Fact]
    public void With_no_module_a_tensor_of_its_own_over_the_same_values_comes_back()
    {
        using var x = ones(2);
        using var model = Sequential();
        using (var y = model.call(x)) Assert.NotSame(x, y);
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void Ones_own_Sequential_over_other_modules_finds_its_parameters()
    {
        using var scope = NewDisposeScope();
        using var model = new Fold(Bilinear(2, 2, 2), ("last", Bilinear(2, 2, 1)));
        Assert.Equal(["0.weight", "0.bias", "last.weight", "last.bias"], model.named_parameters().Select(p => p.name));
        Assert.Equal([3L, 1L], model.call(rand(3, 2), rand(3, 2)).shape);
        Assert.Equal(2, model.Count);
        Assert.Throws<NotImplementedException>(() => model[..1]);
    }

    private sealed class Same() : Module<Tensor, Tensor>(nameof(Same))
    {
        public override Tensor forward(Tensor input) => input;
    }

    private sealed class Fold : Sequential<Tensor, Tensor, Tensor>
    {
        public Fold(Module first, (string, Module) last) : base(first) => Add(last.Item1, last.Item2);

        public override Tensor forward(Tensor input1, Tensor input2)
        {
            foreach (var module in children()) input1 = ((Bilinear)module).call(input1, input2);
            return input1;
        }
    }
}
