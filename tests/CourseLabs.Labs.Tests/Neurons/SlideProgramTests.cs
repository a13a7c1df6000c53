using CourseLabs.Matrices;

namespace CourseLabs.Labs.Tests;

/// <summary>The slides' programs of lab 01: activation functions (COURSE A2), the neuron (B3) and the perceptron (E1).</summary>
public sealed class SlideProgramTests
{
    [Theory]
    [InlineData(-1e-300, 0)]
    [InlineData(0, 0)]
    [InlineData(1e-300, 1)]
    public void The_step_is_1_above_0_alone(double x, double expected) => Assert.Equal(expected, ActivationFunctions.StepFunction(x));

    [Fact]
    public void Softmax_does_not_change_when_all_scores_grow_by_the_same()
    {
        double[] p = ActivationFunctions.Softmax([1, 2, 3]), moved = ActivationFunctions.Softmax([1001, 1002, 1003]);

        Assert.Equal(p, moved);
        Assert.Equal(1, p.Sum(), 1e-15);
        Assert.Equal(Math.E, p[2] / p[1], 1e-14);
    }

    [Fact]
    public void A_mistake_in_one_of_the_slides_functions_misses_a_figure()
    {
        Assert.Empty(Missed());
        Assert.Equal(["step at -1, 0, 1", "step less TorchSharp's"], Missed(step: x => x >= 0 ? 1 : 0));
        Assert.Equal(["sigmoid less TorchSharp's"], Missed(sigmoid: x => 1 / (1 + Math.Exp(x))));
        Assert.Equal(["ReLU at -2, 0, 3", "ReLU less TorchSharp's"], Missed(relu: Math.Abs));
        Assert.Equal(["softmax([1010, 1000, 990])"], Missed(softmax: x => [.. x.Select(xk => Math.Exp(xk) / x.Sum(Math.Exp))]));
        Assert.Equal(
            ["softmax([1010, 1000, 990])", "softmax less TorchSharp's"],
            Missed(softmax: x => [.. x.Select(xk => Math.Exp(xk - x.Max()))])); // not divided by the sum

        static IEnumerable<string> Missed(
            Func<double, double>? step = null, Func<double, double>? sigmoid = null, Func<double, double>? relu = null,
            Func<double[], double[]>? softmax = null) =>
            from figure in FirstActivationsExample.Figures(
                step ?? ActivationFunctions.StepFunction, sigmoid ?? ActivationFunctions.Sigmoid, relu ?? ActivationFunctions.Relu,
                softmax ?? ActivationFunctions.Softmax)
            where figure.Match == false
            select figure.Name;
    }

    [Fact]
    public void The_lectures_neuron_fires_at_the_sigmoid_of_its_sum()
    {
        // COURSE A6's point: w = (2, -3), bias -3, x = (-1, -2) gives a sum of 1.
        var rate = new Neuron(Matrix.FromRow(2, -3), -3).NeuronTick(Matrix.FromRow(-1, -2));

        Assert.Equal(1 / (1 + Math.Exp(-1)), rate, 15);
        Assert.Equal(0.73, rate, 2);
    }

    [Fact]
    public void The_lectures_neuron_refuses_other_inputs_than_it_has_weights_for() =>
        Assert.Throws<ShapeException>(() => new Neuron(Matrix.FromRow(2, -3), -3).NeuronTick(Matrix.FromRow(1, 2, 3)));

    [Fact]
    public void The_perceptron_with_a_1_before_its_inputs_is_the_same()
    {
        foreach (var x in new double[][] { [0.25, -0.5], [3, 4], [-7, 0.5], [0, 0.5] })
            Assert.Equal(PerceptronOr.S(x), PerceptronOr.Augmented(x));
        Assert.Equal(PerceptronOr.Y, PerceptronOr.X.Select(x => PerceptronOr.Tau(PerceptronOr.S(x))));
        Assert.Equal(1, PerceptronOr.Tau(0));
    }
}
