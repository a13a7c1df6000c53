using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// cs231n's "class Neuron" (COURSE B3): what Neuron.cs gives.
public sealed class NeuronExample() : Example(
    "B3", "neuron", "01-neurons", "A neuron's firing rate",
    "The lecture notes' class Neuron: the cell body adds up inputs times weights and the bias, and the neuron fires at the sigmoid " +
    "of that. Weights and bias are those of the notes' example, (2, -3) and -3.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        var weights = Matrix.FromRow(2, -3);
        const double bias = -3;
        var neuron = new Neuron(weights, bias);
        double[][] inputs = [[-1, -2], [0, 0], [1, -1], [2, 1], [4, -3]];
        double[] rates = [.. inputs.Select(x => neuron.NeuronTick(Matrix.FromRow(x)))];

        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "firing rate at x = (-1, -2)", rates[0], expected: 0.73, tolerance: 0.005,
                    source: "slide: (0.73)*(1-0.73) in the sigmoid example"),
                Figure.Of(
                    "rates less TorchSharp's",
                    Results.LargestDifference(Matrix.FromRow(rates).T, InTorch(Matrix.FromRows(inputs), weights, bias)),
                    expected: 0, tolerance: 1e-15, source: "TorchSharp"),
            ],
            Tables =
            [
                Table.Of(
                    "rates", "Weights (2, -3), bias -3", inputs.Zip(rates),
                    ("x0", row => row.First[0]), ("x1", row => row.First[1]), ("firing rate", row => row.Second)),
            ],
            Pictures = [new("firing-rate", Chart(neuron))],
        };
    }

    private static Matrix InTorch(Matrix inputs, Matrix weights, double bias)
    {
        using var scope = NewDisposeScope();
        return nn.functional.linear(inputs.ToTensor(), weights.ToTensor(), tensor(new[] { bias })).sigmoid().ToMatrix();
    }

    private static Plot Chart(Neuron neuron)
    {
        var x0 = Grid.Between(-6, 6, 241);
        var chart = new Plot("Firing rate of the neuron", "x0", "firing rate");
        foreach (var x1 in new[] { -2.0, -1, 0 })
            chart = chart.Line($"x1 = {x1}", x0, x0.Select(x => neuron.NeuronTick(Matrix.FromRow(x, x1))));
        return chart;
    }
}
