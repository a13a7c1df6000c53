using CourseLabs.Backprop.Scalars;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CourseLabs.Backprop.Tests.Scalars;

public class ModeTests
{
    private const double SmallestNormal = 2.2250738585072014e-308;

    [Property(MaxTest = 2000)]
    public Property Forward_mode_equals_reverse_mode_for_random_expressions() => Prop.ForAll(Expression.Any(20), expression =>
    {
        var nodes = expression.Run((value, _) => new Node(value));
        nodes[^1].Backward();
        for (var i = 0; i < expression.Inputs.Length; i++)
        {
            var forward = expression.Run((value, j) => new Dual(value, i == j ? 1 : 0))[^1];
            var (reverse, size) = (nodes[i].Gradient, Size(expression, i));

            Assert.Equal(nodes[^1].Value, forward.Value);
            // Infinity times 0 has no value that the two modes would have to share. Numbers below the smallest normal float64 have fewer
            // than its 16 digits, and there the two may differ by as much as that number.
            if (double.IsFinite(size))
                Assert.True(
                    Math.Abs(forward.Derivative - reverse) <= Math.Max(1e-14 * size, SmallestNormal),
                    $"d/dx{i}: {forward.Derivative:R}, {reverse:R}, {size}");
        }
    });

    [Fact]
    public void Most_derivatives_of_random_expressions_are_finite_and_so_compared()
    {
        var finite = Expression.Any(20).Generator.Sample(1000).Select(e => e.Inputs.Index().Count(i => double.IsFinite(Size(e, i.Index)))).ToList();

        Assert.InRange(finite.Average(), 1.5, 3); // of three inputs
    }

    [Fact]
    public void One_generic_expression_runs_through_both_modes()
    {
        // COURSE E6: f = x^2 + x y + a, df/dx = 2x + y.
        static T F<T>(T x, T y, double a)
            where T : IScalar<T> => x * x + x * y + a;

        var (x, y) = (new Node(3), new Node(4));
        var f = F(x, y, 5);
        f.Backward();

        Assert.Equal((26, 10, 3), (f.Value, x.Gradient, y.Gradient));
        Assert.Equal(new Dual(26, 10), F(new Dual(3, 1), 4, 5));
        Assert.Equal(new Dual(26, 3), F(3, new Dual(4, 1), 5));
    }

    [Fact]
    public void Micrograds_example_has_the_figures_of_its_README()
    {
        static T G<T>(T a, T b)
            where T : IScalar<T>
        {
            var c = a + b;
            var d = a * b + b.Pow(3);
            c += c + 1;
            c += 1 + c + -a;
            d += d * 2 + (b + a).Relu();
            d += 3 * d + (b - a).Relu();
            var e = c - d;
            var f = e.Pow(2);
            var g = f / 2.0;
            g += 10.0 / f;
            return g;
        }

        var (a, b) = (new Node(-4), new Node(2));
        var g = G(a, b);
        g.Backward();

        Assert.Equal(24.7041, g.Value, 4);
        Assert.Equal(138.8338, a.Gradient, 4);
        Assert.Equal(645.5773, b.Gradient, 4);
        Assert.Equal(138.8338, G(new Dual(-4, 1), 2).Derivative, 4);
        Assert.Equal(645.5773, G(-4, new Dual(2, 1)).Derivative, 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void Reverse_mode_multiplies_once_an_edge_and_forward_mode_once_an_edge_and_input(int inputs)
    {
        static T SumOfSquares<T>(IEnumerable<T> xs)
            where T : IScalar<T> => xs.Select(x => x * x).Aggregate((a, b) => a + b);

        var f = SumOfSquares(Enumerable.Range(0, inputs).Select(i => new Node(i)));
        var edges = 2 * inputs + 2 * (inputs - 1);

        Assert.Equal(edges, Graph.Of(f).Edges.Count);
        Assert.Equal(edges, Work.Of(f.Backward));
        Assert.Equal(inputs * edges, Work.Of(() =>
        {
            for (var input = 0; input < inputs; input++)
                SumOfSquares(Enumerable.Range(0, inputs).Select(i => new Dual(i, i == input ? 1 : 0)));
        }));
    }

    private static double Size(Expression expression, int input) =>
        expression.Run((value, j) => new PathSize(value, input == j ? 1 : 0))[^1].Size;
}
