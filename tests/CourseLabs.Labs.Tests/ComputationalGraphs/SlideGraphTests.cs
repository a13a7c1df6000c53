using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;

namespace CourseLabs.Labs.Tests;

/// <summary>The slides' programs of lab 02: the sum over paths (COURSE E4, E5), and the sigmoid neuron gate by gate (A6).</summary>
public sealed class SlideGraphTests
{
    [Fact]
    public void The_sum_over_the_paths_is_what_one_backward_pass_gives()
    {
        Node a = new(0.7), b = new(-1.3);
        Node c = a * b + a, d = (c * a - b).Tanh(), e = d * d + c * b;
        e.Backward();

        Assert.Equal(a.Gradient, Paths.Between(a, e).Sum(Paths.Product), 1e-14);
        Assert.Equal(b.Gradient, Paths.Between(b, e).Sum(Paths.Product), 1e-14);
        Assert.Equal(d.Gradient, Paths.Between(d, e).Sum(Paths.Product), 1e-14);
    }

    [Fact]
    public void There_is_no_path_back_and_one_of_no_edge_from_a_node_to_itself()
    {
        Node a = 2, b = a * 3;

        Assert.Empty(Paths.Between(b, a));
        Assert.Equal(1, Paths.Product(Assert.Single(Paths.Between(a, a))));
    }

    [Theory]
    [InlineData(2, -1, -3, -2, -3)]
    [InlineData(0.3, 1.7, -0.4, 2.5, 0.1)]
    [InlineData(-1, 4, 2, 0, -2)]
    public void The_neuron_gate_by_gate_has_autograds_gradients(double w0, double x0, double w1, double x1, double w2)
    {
        var autograd = Graphs.Autograd(t => (t[0] * t[1] + t[2] * t[3] + t[4]).sigmoid(), w0, x0, w1, x1, w2);

        var (f, back, gradients) = SigmoidGates.Run(w0, x0, w1, x1, w2);

        Assert.Equal(autograd.Length, gradients.Length);
        Assert.All(autograd.Zip(gradients), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        Assert.Equal(back[^1], SigmoidGates.SigmoidGate(f), 1e-15);
    }

    // w2 x2 with x2 = 0, a forgotten sign, x and w exchanged: what the slide prints, or autograd, tells each from the right program.
    [Theory]
    [InlineData(2, -1, -3, -2, 0)]
    [InlineData(2, -1, -3, -2, 3)]
    [InlineData(-1, 2, -2, -3, -3)]
    [InlineData(2, -1, -3, -2, -3.05)]
    public void A_neuron_of_other_numbers_misses_a_figure(double w0, double x0, double w1, double x1, double w2)
    {
        var (f, back, gradients) = SigmoidGates.Run(w0, x0, w1, x1, w2);

        var result = new SigmoidGatesExample().Run(new());

        Assert.Contains(
            new[] { ("f", f), ("df/d(gate) from f back to s", back), ("w0, x0, w1, x1, w2 gate by gate", (FigureValue)gradients) },
            ours => Missed(result.Figures.Single(figure => figure.Name == ours.Item1), ours.Item2));
    }

    private static bool Missed(Figure figure, FigureValue other) => !other.IsWithin(figure.Tolerance!.Value, figure.Expected!);
}
