using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>Lists and dictionaries of modules and parameters, and the ordered dictionary below them.</summary>
public class ContainerTests
{
    [Fact]
    public void Lists_and_dictionaries_in_fields_are_found()
    {
        using var net = new Holder();
        Assert.Equal(["list.0.weight", "list.1.weight", "dict.one.weight", "parameters.0", "parameters.1", "named.gain"],
            net.named_parameters().Select(p => p.name).OrderBy(name => Array.IndexOf(["list", "dict", "parameters", "named"], name.Split('.')[0])));
        Assert.Same(net.list[1].weight, net.get_parameter("list.1.weight"));
        Assert.Same(net.named["gain"], net.get_parameter("named.gain"));
        Assert.Same(net.extra[1], net.get_parameter("parameters.1"));
        Assert.True(net.has_parameter("parameters.0"));
        Assert.False(net.has_parameter("parameters.2"));
    }

    [Fact]
    public void What_is_added_after_registration_is_found_too()
    {
        using var net = new Holder();
        net.list.Add(Linear(1, 1, hasBias: false));
        net.dict.Add("two", Linear(1, 1, hasBias: false));
        net.extra.Add(new Parameter(ones(1)));
        net.named.Add("shift", new Parameter(ones(1)));
        Assert.Equal(10, net.parameters().Count());
        net.list.RemoveAt(0);
        Assert.Equal(["0", "1"], net.list.named_children().Select(m => m.name));
    }

    [Fact]
    public void Conversion_and_disposal_reach_what_they_hold()
    {
        var before = Tensor.TotalCount;
        var net = new Holder();
        net.to(float64);
        Assert.All(net.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        net.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void An_ordered_dictionary_keeps_the_order_of_its_keys()
    {
        var dict = new OrderedDict<string, int> { ("b", 1), { "a", 2 } };
        dict["c"] = 3;
        dict["b"] = 4;
        Assert.Equal([("b", 4), ("a", 2), ("c", 3)], dict.Select(((string, int) item) => item));
        dict.Insert(1, ("d", 5));
        Assert.True(dict.Remove("a"));
        Assert.False(dict.Remove("a"));
        Assert.Equal(["b", "d", "c"], dict.Keys);
        Assert.Equal([4, 5, 3], dict.Values);
        Assert.Equal(("d", 5), dict[1]);
        dict.RemoveAt(0);
        Assert.False(dict.ContainsKey("b"));
        Assert.Throws<ArgumentException>(() => dict.Add("c", 9));
        Assert.Throws<IndexOutOfRangeException>(() => dict.RemoveAt(2));
        dict.clear();
        Assert.Equal(0, dict.Count);
    }

    private sealed class Holder : Module<Tensor, Tensor>
    {
        public readonly ModuleList<Linear> list = ModuleList(Linear(1, 1, hasBias: false), Linear(1, 1, hasBias: false));
        public readonly ModuleDict<Linear> dict = ModuleDict(("one", Linear(1, 1, hasBias: false)));

        [ComponentName(Name = "parameters")]
        public readonly ParameterList extra = ParameterList(new Parameter(ones(1)), new Parameter(ones(1)));
        public readonly ParameterDict named = ParameterDict(("gain", new Parameter(ones(1))));

        public Holder() : base(nameof(Holder)) => RegisterComponents();
        public override Tensor forward(Tensor input) => list[0].call(input);
    }
}
