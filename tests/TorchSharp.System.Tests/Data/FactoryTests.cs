using static TorchSharp.torch;

namespace TorchSharp.Tests.Data;

/// <summary>Factories against PyTorch's figures (Peers/data.py).</summary>
public class FactoryTests
{
    private static readonly PeerFigures Figures = PeerFigures.Load("data");

    [Theory]
    [InlineData(3), InlineData(15), InlineData(16), InlineData(17), InlineData(40)]
    public void Draws_are_those_of_PyTorch_with_the_same_seed(long n)
    {
        AssertDraw($"rand {n}", () => rand(n), 0);
        AssertDraw($"randn {n}", () => randn(n), 0);
        AssertDraw($"randn float64 {n}", () => randn(n, dtype: float64), 0);
        AssertDraw($"normal {n}", () => normal(3, 0.5, [n]), 0);
        AssertDraw($"randperm {n}", () => randperm(n), 0);
        AssertDraw($"randint {n}", () => randint(-5, 100, new long[] { n }), 0);
    }

    [Fact]
    public void Draws_of_other_types_and_shapes_are_those_of_PyTorch()
    {
        AssertDraw("rand float64", () => rand(4, 5, dtype: float64), 0);
        AssertDraw("rand 2 3 4", () => rand(2, 3, 4), 0);
        AssertDraw("randn complex", () => randn(3, dtype: complex64).view_as_real(), 0);
        AssertDraw("randint int32", () => randint(10, (4, 4), int32), 0);
        AssertDraw("randint float32", () => randint(10, (4, 4), float32), 0);
        AssertDraw("rand_like", () => rand_like(zeros(5, 5)), 0);
        AssertDraw("randn_like", () => zeros(5, 5).randn_like(), 0);
        AssertDraw("randint_like", () => randint_like(zeros(5, 5), 3, 9), 0);
        AssertDraw("normal tensors", () => normal(arange(6.0), arange(1.0, 7.0)), 0);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(42), InlineData(-1), InlineData((1L << 40) + 3)]
    public void Every_seed_gives_the_numbers_of_PyTorch(long seed) => AssertDraw($"seed {seed}", () => randn(20), 0, seed);

    [Fact]
    public void A_generator_of_ones_own_gives_the_numbers_of_PyTorch()
    {
        using var generator = new Generator(4711);
        using var drawn = rand(5, generator: generator);
        Figures.AssertEqual("generator", drawn, 0);
    }

    [Fact]
    public void Ranges_are_those_of_PyTorch()
    {
        using var scope = NewDisposeScope();
        Figures.AssertEqual("arange", arange(7), 0);
        Figures.AssertEqual("arange 2 9 3", arange(2, 9, 3), 0);
        Figures.AssertEqual("arange 0 1 0.1", arange(0, 1, 0.1), 0);
        Figures.AssertEqual("arange 5 0 -1.5", arange(5, 0, -1.5), 0);
        Figures.AssertEqual("linspace", linspace(-3, 11, 29), 0);
        Figures.AssertEqual("linspace float64", linspace(0, 1, 7, float64), 0);
        Figures.AssertEqual("logspace", logspace(-2, 2, 9), 0);
        Figures.AssertEqual("logspace base 2", logspace(0, 5, 6, 2), 0);
        Figures.AssertEqual("eye 3 5", eye(3, 5), 0);
        Assert.Equal(int64, arange(7).dtype);
        Assert.Equal(float32, arange(7.0f).dtype);
        Assert.Equal(complex64, arange(3, dtype: complex64).dtype);
    }

    [Fact]
    public void Constant_factories_have_the_shape_type_and_value_asked_for()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2L, 3], zeros(2, 3).shape);
        Assert.Equal(Enumerable.Repeat(0f, 6), zeros(2, 3).data<float>());
        Assert.Equal(Enumerable.Repeat(1L, 24), ones(1, 2, 3, 4, int64).data<long>());
        Assert.Equal(Enumerable.Repeat(2.5, 4), full(4, 2.5, float64).data<double>());
        Assert.Equal([5L, 0], empty([5L, 0]).shape);
        Assert.Equal(int64, full(2, 2, 7).dtype);
        Assert.Equal(float32, full(2, 2, 7.0).dtype);
        Assert.Equal([3L], zeros(new long[] { 3 }).shape);
        Assert.Equal(Enumerable.Repeat((byte)9, 2), full_like(zeros(2, uint8), 9).data<byte>());
        Assert.Equal(int16, zeros(2, int16).new_ones(3).dtype);
        Assert.Equal([3L, 1], empty_strided([2, 3], [3, 1]).stride());
    }

    [Fact]
    public void A_tensor_made_with_a_gradient_is_a_leaf_that_requires_it()
    {
        using var x = tensor(new[] { 1, 2 }, dtype: float32, requires_grad: true);
        Assert.True(x.requires_grad);
        Assert.True(x.is_leaf);
        using var s = tensor(1.5, dtype: float32, requires_grad: true);
        Assert.True(s.is_leaf && s.requires_grad);
    }

    [Fact]
    public void An_integer_tensor_with_a_gradient_is_refused_and_leaves_nothing_behind()
    {
        var before = Tensor.TotalCount;
        var e = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => zeros(3, int64, requires_grad: true));
        Assert.Contains("floating point", e.Message);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => rand(3, dtype: int64));
        Assert.Throws<ArgumentException>(() => randn(3, dtype: @bool));
        Assert.Throws<ArgumentOutOfRangeException>(() => randint(0, 1000, new long[] { 3 }, uint8));
        Assert.Throws<ArgumentException>(() => tensor(new float[5], [2L, 3]));
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => zeros(-1));
        Assert.Throws<NotSupportedException>(() => from_array(new[] { "a" }));
    }

    [Fact]
    public void Names_of_dimensions_are_kept()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3, names: ["N", "C"]);
        Assert.True(x.has_names());
        Assert.Equal(["N", "C"], x.names);
        Assert.Equal(["N", "features"], x.rename(["N", "features"]).names);
        Assert.Equal(["N", "C"], x.names);
        Assert.Equal(["N", "x"], zeros(2, 3, names: ["N", null!]).refine_names("...", "x").names);
        Assert.Throws<ArgumentException>(() => zeros(2, 3, names: ["N"]));
        Assert.False(x.rename_(null).has_names());
        Assert.Equal([null!, null!], x.names);
    }

    private static void AssertDraw(string name, Func<Tensor> draw, double tolerance, long seed = 7)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        Figures.AssertEqual(name, draw(), tolerance);
    }
}
