using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>What a module is made of: components found in its fields, names, modes, conversions, disposal.</summary>
public class ModuleTests
{
    [Fact]
    public void Components_are_found_in_fields_and_named_after_them()
    {
        using var net = new Net();
        Assert.Equal(["scale", "first.weight", "first.bias", "tower.0.weight", "tower.0.bias", "tower.2.weight"], net.named_parameters().Select(p => p.name));
        Assert.Equal(["mean"], net.named_buffers().Select(b => b.name));
        Assert.Equal(["first", "tower", "tower.0", "tower.1", "tower.2"], net.named_modules().Select(m => m.name).Order());
        Assert.Equal(["first", "tower"], net.named_children().Select(m => m.name));
        Assert.Equal(6, net.parameters().Count());
        Assert.Equal(["scale"], net.named_parameters(recurse: false).Select(p => p.name));
        Assert.Equal("Net", net.GetName());
    }

    [Fact]
    public void Parameters_and_buffers_are_found_by_dotted_names()
    {
        using var net = new Net();
        Assert.Same(net.first.bias, net.get_parameter("first.bias"));
        Assert.Same(net.mean, net.get_buffer("mean"));
        Assert.True(net.has_parameter("tower.2.weight"));
        Assert.True(net.has_buffer("mean"));
        Assert.False(net.has_parameter("tower.2.bias"));
        Assert.False(net.has_parameter("nowhere.weight"));
        Assert.False(net.has_buffer("first.mean"));
        Assert.Null(net.get_parameter("tower.9.weight"));
        Assert.Null(net.get_buffer("scale"));
    }

    [Fact]
    public void A_shared_parameter_is_listed_once()
    {
        using var first = Linear(2, 2);
        using var second = Linear(2, 2);
        second.weight = first.weight;
        using var both = Sequential(first, second);
        Assert.Equal(["0.weight", "0.bias", "1.bias"], both.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void What_cannot_be_registered_is_refused()
    {
        using var net = new Net();
        using var linear = Linear(1, 1);
        Assert.Throws<InvalidOperationException>(() => net.register_module("first", linear));
        Assert.Throws<ArgumentException>(() => net.register_module("a.b", linear));
        Assert.Throws<ArgumentException>(() => net.register_module("", linear));
        Assert.Throws<InvalidOperationException>(() => net.register_parameter("scale", new Parameter(zeros(1))));
        Assert.Throws<InvalidOperationException>(() => net.register_buffer("mean", zeros(1)));
        Assert.Throws<ArgumentNullException>(() => net.register_parameter("none", null!));
        Assert.Throws<ArgumentNullException>(() => net.register_buffer("none", null!));
    }

    [Fact]
    public void A_buffer_that_is_not_persistent_is_listed_and_stays_out_of_the_state()
    {
        using var net = new Net();
        net.register_buffer("cache", zeros(3), persistent: false);
        Assert.Equal(["mean", "cache"], net.named_buffers().Select(b => b.name));
        Assert.Equal(["mean"], net.named_buffers(include_nonpersistent: false).Select(b => b.name));
        Assert.DoesNotContain("cache", net.state_dict().Keys);
    }

    [Fact]
    public void The_mode_reaches_every_module_below()
    {
        using var net = new Net();
        Assert.All(net.modules(), module => Assert.True(module.training));
        net.eval();
        Assert.False(net.training);
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_visits_the_children_before_the_module_itself()
    {
        using var net = new Net();
        var visited = new List<string>();
        Assert.Same(net, net.apply(module => visited.Add(module.GetName())));
        Assert.Equal(["Linear", "Linear", "Dropout", "Linear", "Sequential", "Net"], visited);
    }

    [Fact]
    public void Gradients_are_taken_away_or_set_to_zero()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        net.call(rand(2, 3)).sum().backward();
        Assert.NotNull(net.first.weight.grad);
        net.zero_grad(set_to_none: false);
        Assert.Equal(0, net.first.weight.grad!.abs().sum().item<float>());
        net.zero_grad();
        Assert.All(net.parameters(), parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void A_conversion_keeps_every_parameter_the_same_object()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var before = net.parameters().ToList();
        var weight = net.first.weight.data<float>().ToArray();
        net.call(rand(2, 3)).sum().backward();
        Assert.Same(net, net.to(float64));
        Assert.Equal(before, net.parameters());
        Assert.All(net.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        Assert.Equal(float64, net.first.weight.grad!.dtype);
        Assert.Equal(float64, net.mean.dtype);
        Assert.True(net.first.weight.is_leaf && net.first.weight.requires_grad);
        Assert.Equal(Array.ConvertAll(weight, x => (double)x), net.first.weight.data<double>().ToArray());
        net.call(rand(2, 3, float64)).sum().backward();
        Assert.Equal(float32, net.@float().first.weight.dtype);
    }

    [Fact]
    public void A_buffer_of_whole_numbers_keeps_its_type_and_a_module_takes_no_other()
    {
        using var net = new Net();
        net.register_buffer("count", zeros(1, int64));
        net.to(float64);
        Assert.Equal(int64, net.get_buffer("count")!.dtype);
        Assert.Throws<ArgumentException>(() => net.to(int32));
        Assert.Throws<ArgumentException>(() => net.@bool());
    }

    [Fact]
    public void A_device_that_is_not_there_is_refused()
    {
        using var net = new Net();
        Assert.Same(net, net.cpu());
        if (!cuda.is_available()) Assert.Throws<InvalidOperationException>(() => net.cuda());
    }

    [Fact]
    public void Disposal_frees_every_parameter_and_buffer()
    {
        var before = Tensor.TotalCount;
        var net = new Net();
        Assert.Equal(before + 7, Tensor.TotalCount);
        net.Dispose();
        net.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_layer_outlives_the_dispose_scope_that_it_was_made_in()
    {
        var before = Tensor.TotalCount;
        Sequential model;
        using (NewDisposeScope()) model = Sequential(Linear(2, 3), Dropout(), Linear(3, 1), Sequential(Linear(1, 1)));
        using (var x = rand(4, 2))
        using (var y = model.call(x)) Assert.Equal([4L, 1L], y.shape);
        model.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_component_may_have_another_name_than_its_field()
    {
        using var module = new Renamed();
        Assert.Equal(["outer.weight", "outer.bias"], module.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void A_replaced_parameter_is_disposed_and_the_new_one_is_registered()
    {
        using var linear = Linear(2, 2);
        var old = linear.weight;
        linear.weight = new Parameter(ones(2, 2));
        Assert.True(old.IsInvalid);
        Assert.Same(linear.weight, linear.get_parameter("weight"));
        linear.bias = null;
        Assert.Single(linear.parameters());
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Parameter scale = Parameter(ones(1));
        public readonly Tensor mean = zeros(1);
        public readonly Linear first = Linear(3, 4);
        private readonly Sequential tower = Sequential(Linear(4, 4), Dropout(0), Linear(4, 2, hasBias: false));

        public Net() : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            return tower.call(first.call(input)).sub(mean).mul(scale).MoveToOuterDisposeScope();
        }
    }

    private sealed class Renamed : Module<Tensor, Tensor>
    {
        [ComponentName(Name = "outer")]
        private readonly Linear inner = Linear(1, 1);

        public Renamed() : base(nameof(Renamed)) => RegisterComponents();
        public override Tensor forward(Tensor input) => inner.call(input);
    }
}
