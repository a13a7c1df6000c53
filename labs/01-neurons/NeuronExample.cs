using CourseLabs.Backprop.Neurons;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE B3: the lecture notes' <c>class Neuron</c>, whose tick is its firing rate.</summary>
public sealed class NeuronExample : OldExample
{
    /// <inheritdoc/>
    public override string Id => "B3";

    /// <inheritdoc/>
    public override string Name => "neuron";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "A neuron's firing rate";

    /// <inheritdoc/>
    public override string Description =>
        "The lecture notes' class Neuron: the cell body adds up inputs times weights and the bias, and the neuron fires at the sigmoid " +
        "of that. Weights and bias are those of the notes' example, (2, -3) and -3.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        Matrix weights = Matrix.FromRow(2, -3);
        const double bias = -3;
        var neuron = new Neuron(weights, bias);
        Matrix inputs = Matrix.FromRows([-1, -2], [0, 0], [1, -1], [2, 1], [4, -3]);
        double[] rates = [.. Enumerable.Range(0, inputs.Rows).Select(i => neuron.Tick(Matrix.FromRow(inputs.Row(i))))];
        double[] x0 = Grid.Between(-6, 6, 241);

        var chart = new Plot("Firing rate of the neuron", "x0", "firing rate");
        foreach (double x1 in new[] { -2.0, -1, 0 })
            chart = chart.Line($"x1 = {x1}", x0, x0.Select(x => neuron.Tick(Matrix.FromRow(x, x1))));

        return new(Title)
        {
            Figures =
            [
                new("firing rate at x = (-1, -2)", 0.73, rates[0], 0.005, "slide: (0.73)*(1-0.73) in the sigmoid example"),
                new("rates less TorchSharp's", 0,
                    Results.LargestDifference(Matrix.FromRow(rates).T, InTorch(inputs, weights, bias)), 1e-15, "TorchSharp"),
            ],
            Tables =
            [
                new("rates", "Weights (2, -3), bias -3", ["x0", "x1", "firing rate"],
                    [.. rates.Select((rate, i) => NumberText.Row(inputs[i, 0], inputs[i, 1], rate))]),
            ],
            Pictures = [new("firing-rate", chart)],
        };
    }

    private static Matrix InTorch(Matrix inputs, Matrix weights, double bias)
    {
        using DisposeScope scope = NewDisposeScope();
        return nn.functional.linear(inputs.ToTensor(), weights.ToTensor(), tensor(new[] { bias })).sigmoid().ToMatrix();
    }
}
