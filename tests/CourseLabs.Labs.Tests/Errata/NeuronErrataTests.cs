using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>The mistakes of the decks about neurons and activations, in numbers (<c>labs/ERRATA.md</c>).</summary>
public sealed class NeuronErrataTests
{
    private static readonly Sigmoid Sigmoid = new();

    [Fact]
    public void The_deep_formula_without_w2_is_a_network_of_three_layers()
    {
        const double x = 0.5, w1 = 1.5, b1 = -0.2, w2 = -2, b2 = 0.3, w3 = 0.7, b3 = 0.4, w4 = 3, b4 = -1;
        Func<double, double> act = Sigmoid.Value;

        var slide = w4 * act(w3 * act(w1 * x + b1) + b2) + b3 + b4;
        var meant = w4 * act(w3 * act(w2 * act(w1 * x + b1) + b2) + b3) + b4;

        Assert.Equal(slide, Chain(x, (w1, b1), (w3, b2), (w4, b3 + b4)), 15);
        Assert.Equal(meant, Chain(x, (w1, b1), (w2, b2), (w3, b3), (w4, b4)), 15);
        Assert.True(Math.Abs(slide - meant) > 0.1, $"{slide} and {meant}");
    }

    [Fact]
    public void Softmax_with_a_product_in_the_exponent_is_another_function_and_overflows()
    {
        static double[] AsExtracted(double[] x) => [.. x.Select(xk => Math.Exp(xk * x.Max()) / x.Sum(xi => Math.Exp(xi * x.Max())))];
        static double[] Meant(double[] x) => ActivationFunctions.Softmax(x);

        Assert.Equal(0.6652, Meant([1, 2, 3])[2], 4);
        Assert.Equal(0.9501, AsExtracted([1, 2, 3])[2], 3);
        Assert.All(AsExtracted([1010, 1000, 990]), p => Assert.True(double.IsNaN(p)));
        Assert.All(Meant([1010, 1000, 990]), p => Assert.True(double.IsFinite(p)));
    }

    [Fact]
    public void The_step_at_0_differs_between_the_decks()
    {
        Assert.Equal(0, ActivationFunctions.StepFunction(0));
        Assert.Equal(1, new BinaryStep(atZero: 1).Value(0));
        Assert.Equal(1, PerceptronOr.Tau(0));
    }

    [Fact]
    public void A_loss_has_no_dimension_to_index()
    {
        using var scope = NewDisposeScope();
        var loss = nn.functional.l1_loss(zeros(3), ones(3));

        Assert.Empty(loss.shape);
        Assert.ThrowsAny<Exception>(() => loss[0]);
        Assert.Equal(1, loss.item<float>());
    }

    [Fact]
    public void The_sigmoids_derivative_as_extracted_is_minus_1_25_at_0()
    {
        static double AsExtracted(double x) => -Math.Pow(1 + Math.Exp(-x), -2) - Math.Exp(-x);
        static double Meant(double x) => -Math.Pow(1 + Math.Exp(-x), -2) * -Math.Exp(-x);

        Assert.Equal(-1.25, AsExtracted(0));
        Assert.Equal(0.25, Meant(0));
        Assert.All(Points, x => Assert.Equal(Sigmoid.Derivative(x), Meant(x), 1e-15));
        Assert.All(Points, x => Assert.True(AsExtracted(x) < 0, "and yet the sigmoid rises"));
    }

    [Fact]
    public void The_example_needs_the_bias_w2_alone()
    {
        const double w0 = 2, w1 = -3, w2 = -3, x0 = -1, x1 = -2;

        Assert.Equal(0.73, new Neuron(Matrix.FromRow(w0, w1), w2).NeuronTick(Matrix.FromRow(x0, x1)), 2);
        // As a third input only x2 = 1 gives that; the slide has none. Without it the sum would be 4.
        Assert.Equal(0.73, Sigmoid.Value(w0 * x0 + w1 * x1 + w2 * 1), 2);
        Assert.Equal(0.98, Sigmoid.Value(w0 * x0 + w1 * x1 + w2 * 0), 2);
    }

    [Fact]
    public void At_0_autograd_takes_the_left_slopes_where_the_table_has_1()
    {
        const double alpha = 0.3;
        using var scope = NewDisposeScope();
        var slope = tensor(new[] { alpha });

        Assert.Equal(0, AutogradAt0(z => nn.functional.relu(z)));
        Assert.Equal(alpha, AutogradAt0(z => nn.functional.prelu(z, slope)));
        Assert.Equal(alpha, AutogradAt0(z => nn.functional.elu(z, alpha)));
        Assert.Equal([0, alpha, alpha], [new Relu().Derivative(0), new Prelu(alpha).Derivative(0), new Elu(alpha).Derivative(0)]);
        // The two slopes beside 0 agree for ELU with alpha = 1 alone: only there is the table's 1 a derivative.
        Assert.Equal(1, new Elu().Derivative(0));
    }

    [Fact]
    public void The_steps_derivative_is_0_by_definition_and_autograd_gives_none()
    {
        using var scope = NewDisposeScope();
        var z = zeros(1, dtype: ScalarType.Float64, requires_grad: true);

        Assert.False(z.gt(0).to(ScalarType.Float64).requires_grad);
        Assert.Equal(0, new BinaryStep(atZero: 1).Derivative(0));
    }

    [Fact]
    public void The_proof_of_deck_E_loses_its_sign_and_finds_it_again() => Assert.All(Points, x =>
    {
        double e = Math.Exp(-x), s = 1 / (1 + e), right = s * (1 - s);
        var line3 = -Math.Pow(1 + e, -2) * -e;
        var line4 = -e / Math.Pow(1 + e, 2);
        var line6 = 1 / (1 + e) * (1 - (1 + e)) / (1 + e);
        var line6Meant = 1 / (1 + e) * (1 + e - 1) / (1 + e);

        Assert.Equal(right, line3, 1e-15);
        Assert.Equal(-right, line4, 1e-15);
        Assert.Equal(-right, line6, 1e-15);
        Assert.Equal(right, line6Meant, 1e-15);
    });

    [Fact]
    public void Weightsum_3_takes_w32_and_not_w41()
    {
        const double w31 = 0.1, w41 = 0.2, w32 = 0.3, w42 = 0.4, bias = 0.5, yh1 = 0.6, yh2 = 0.7;
        var layer = new Dense(Matrix.FromRows([w31, w41], [w32, w42]), Matrix.FromRow(bias, bias), new Identity());
        layer.Forward(Matrix.FromRow(yh1, yh2));

        Assert.Equal(w31 * yh1 + w32 * yh2 + bias, layer.Z[0, 0], 15);
        Assert.NotEqual(w31 * yh1 + w41 * yh2 + bias, layer.Z[0, 0], 2);
        // The deck's own d weightsum_4 / d yh1 = w41.
        Assert.Equal(w41, Jacobian.Of(layer, Matrix.FromRow(yh1, yh2))[1, 0]);
    }

    private static IEnumerable<double> Points => Enumerable.Range(-50, 101).Select(i => i / 10.0);

    // A network of one neuron a layer, the last without an activation.
    private static double Chain(double x, params (double W, double B)[] layers)
    {
        var dense = layers.Select((l, i) => new Dense(
            Matrix.FromRow(l.W), Matrix.FromRow(l.B), i + 1 < layers.Length ? new Sigmoid() : new Identity()));
        return new Network([.. dense]).Forward(Matrix.FromRow(x))[0, 0];
    }

    private static double AutogradAt0(Func<Tensor, Tensor> activation)
    {
        var z = zeros(1, dtype: ScalarType.Float64, requires_grad: true);
        activation(z).sum().backward();
        return z.grad!.item<double>();
    }
}
