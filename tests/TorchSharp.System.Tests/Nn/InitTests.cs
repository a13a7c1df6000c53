using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.init;

namespace TorchSharp.Tests.Nn;

/// <summary>Every initialiser draws what PyTorch draws from the same seed, twice in a row (Peers/nn.py).</summary>
public class InitTests
{
    private static readonly PeerFigures Peer = PeerFigures.Load("nn");

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Initialisers = new()
    {
        ["uniform"] = weight => uniform_(weight, -2, 3),
        ["normal"] = weight => normal_(weight, 1, 2),
        ["trunc normal"] = weight => trunc_normal_(weight, 0.5, 2, -1, 1.5),
        ["xavier uniform"] = weight => xavier_uniform_(weight, 2),
        ["xavier normal"] = weight => xavier_normal_(weight, 2),
        ["kaiming uniform"] = weight => kaiming_uniform_(weight),
        ["kaiming uniform relu"] = weight => kaiming_uniform_(weight, mode: FanInOut.FanOut, nonlinearity: NonlinearityType.ReLU),
        ["kaiming normal"] = weight => kaiming_normal_(weight, a: 0.1),
        ["kaiming normal tanh"] = weight => kaiming_normal_(weight, mode: FanInOut.FanOut, nonlinearity: NonlinearityType.Tanh),
        ["orthogonal"] = weight => orthogonal_(weight, 1.5),
        ["sparse"] = weight => sparse_(weight, 0.4),
        ["eye"] = eye_,
        ["dirac"] = dirac_,
        ["constant"] = weight => constant_(weight, 0.25),
    };

    private static readonly Dictionary<string, long[]> Shapes = new() { ["wide"] = [3, 5], ["tall"] = [6, 4], ["kernels"] = [4, 3, 3, 2] };

    [Theory]
    [InlineData("uniform"), InlineData("normal"), InlineData("trunc normal"), InlineData("xavier uniform"), InlineData("xavier normal")]
    [InlineData("kaiming uniform"), InlineData("kaiming uniform relu"), InlineData("kaiming normal"), InlineData("kaiming normal tanh")]
    [InlineData("orthogonal"), InlineData("sparse"), InlineData("eye"), InlineData("dirac"), InlineData("constant")]
    public void Draws_equal_PyTorchs(string name)
    {
        var compared = 0;
        foreach (var (shape, sizes) in Shapes)
        {
            if (!Peer.Names.Contains($"init {name} {shape}")) continue;
            using var scope = NewDisposeScope();
            manual_seed(20);
            var weight = new Parameter(empty(sizes));
            Assert.Same(weight, Initialisers[name](weight));
            Peer.AssertEqual($"init {name} {shape}", weight, 1e-6);
            Initialisers[name](weight);
            Peer.AssertEqual($"init {name} {shape} again", weight, 1e-6);
            Assert.True(weight.is_leaf && weight.requires_grad);
            compared++;
        }
        Assert.True(compared > 0);
    }

    [Fact]
    public void Ones_zeros_and_fans_are_what_they_say()
    {
        using var weight = empty(4, 3, 5, 2);
        Assert.Equal(120, ones_(weight).sum().item<float>());
        Assert.Equal(0, zeros_(weight).sum().item<float>());
        Assert.Equal((30, 40), CalculateFanInAndFanOut(weight));
        Assert.Throws<ArgumentException>(() => CalculateFanInAndFanOut(zeros(3)));
    }

    [Fact]
    public void Gains_are_PyTorchs()
    {
        Assert.Equal(1, calculate_gain(NonlinearityType.Linear));
        Assert.Equal(1, calculate_gain(NonlinearityType.Conv2D));
        Assert.Equal(1, calculate_gain(NonlinearityType.Sigmoid));
        Assert.Equal(5.0 / 3, calculate_gain(NonlinearityType.Tanh));
        Assert.Equal(Math.Sqrt(2), calculate_gain(NonlinearityType.ReLU));
        Assert.Equal(Math.Sqrt(2 / 1.25), calculate_gain(NonlinearityType.LeakyReLU, 0.5));
    }

    [Fact]
    public void Xavier_normal_draws_from_the_normal_distribution()
    {
        // Variance 2 / (200 + 200), and about 4.6 % beyond two deviations, where a uniform distribution has none.
        manual_seed(1);
        using var weight = xavier_normal_(empty(200, 200));
        var values = weight.data<float>().ToArray();
        Assert.Equal(0.005, values.Average(x => x * x), 2e-4);
        Assert.Equal(0.0455, values.Count(x => Math.Abs(x) > 2 * Math.Sqrt(0.005)) / 40000.0, 5e-3);
    }

    [Fact]
    public void A_generator_of_ones_own_is_drawn_from_and_the_default_one_is_left_alone()
    {
        using var scope = NewDisposeScope();
        foreach (var fill in new Func<Tensor, Generator?, Tensor>[] { (w, g) => uniform_(w, 0, 1, g), (w, g) => normal_(w, 0, 1, g), (w, g) => trunc_normal_(w, generator: g) })
        {
            manual_seed(5);
            var before = get_rng_state().data<byte>().ToArray();
            var first = fill(empty(10), new Generator(3)).data<float>().ToArray();
            Assert.Equal(before, get_rng_state().data<byte>().ToArray());
            Assert.Equal(first, fill(empty(10), new Generator(3)).data<float>().ToArray());
            Assert.NotEqual(first, fill(empty(10), new Generator(4)).data<float>().ToArray());
        }
    }

    [Fact]
    public void Shapes_that_have_no_meaning_are_refused()
    {
        using var vector = empty(3);
        using var matrix = empty(3, 3);
        Assert.Throws<ArgumentException>(() => eye_(vector));
        Assert.Throws<ArgumentException>(() => sparse_(vector, 0.5));
        Assert.Throws<ArgumentException>(() => orthogonal_(vector));
        Assert.Throws<ArgumentException>(() => dirac_(matrix));
        Assert.Throws<ArgumentException>(() => xavier_uniform_(vector));
        Assert.Throws<ArgumentException>(() => kaiming_normal_(vector));
    }

    [Fact]
    public void A_weight_without_elements_is_left_as_it_is()
    {
        using var weight = empty(0, 3);
        Assert.Same(weight, kaiming_uniform_(weight));
        Assert.Same(weight, kaiming_normal_(weight));
        Assert.Same(weight, orthogonal_(weight));
    }
}
