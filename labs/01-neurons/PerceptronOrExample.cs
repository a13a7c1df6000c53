using CourseLabs.Backprop.Neurons;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE E1: the slide's example 3-1, a perceptron with w = (1, 1) and w0 = -0.5 that is the OR gate.</summary>
public sealed class PerceptronOrExample : OldExample
{
    /// <inheritdoc/>
    public override string Id => "E1";

    /// <inheritdoc/>
    public override string Name => "perceptron-or";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "The OR gate as a perceptron";

    /// <inheritdoc/>
    public override string Description =>
        "y = tau(w'x + w0), tau(s) = 1 for s at least 0, else -1, with the slide's weights (1, 1) and -0.5; the same in the augmented " +
        "form y = tau(w'x), x = (1, x1, x2); and the decision line x1 + x2 - 0.5 = 0.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        var or = new Perceptron(-0.5, 1, 1);
        Matrix x = LogicGate.Inputs;
        double[] s = [.. Enumerable.Range(0, x.Rows).Select(i => or.Score(x.Row(i)))];
        double[] y = [.. Enumerable.Range(0, x.Rows).Select(i => (double)or.Predict(x.Row(i)))];
        // Here an example is a row, where the slide has a column: its w'x is x w'.
        Matrix augmented = Matrix.FromRows([.. Enumerable.Range(0, x.Rows).Select(i => new[] { 1, x[i, 0], x[i, 1] })]);

        return new(Title)
        {
            Figures =
            [
                new("s", new[] { -0.5, 0.5, 0.5, 1.5 }, s, 0, "slide: example 3-1"),
                new("y", new double[] { -1, 1, 1, 1 }, y, 0, "slide: example 3-1"),
                new("s in the augmented form", new[] { -0.5, 0.5, 0.5, 1.5 },
                    augmented.DotTranspose(or.Weights).Values.ToArray(), 0, "slide: equation (3.3)"),
                new("s in TorchSharp", new[] { -0.5, 0.5, 0.5, 1.5 }, InTorch(x, or), 0, "slide: example 3-1"),
                new("s on the line, at (0, 0.5) and (0.5, 0)", new double[] { 0, 0 },
                    new[] { or.Score(0, 0.5), or.Score(0.5, 0) }, 0, "slide: x1 + x2 - 0.5 = 0"),
            ],
            Tables =
            [
                new("or", "The four samples", ["x1", "x2", "s", "y"],
                    [.. s.Select((score, i) => NumberText.Row(x[i, 0], x[i, 1], score, y[i]))]),
            ],
            Pictures = [new("or", DecisionChart.Of("OR and the line x1 + x2 - 0.5 = 0", x, LogicGate.Or.Targets, or.Scores(-0.5, 1.5)))],
        };
    }

    private static double[] InTorch(Matrix x, Perceptron perceptron)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = perceptron.Weights.ToTensor().flatten();
        return x.ToTensor().matmul(w[1..]).add(w[0]).data<double>().ToArray();
    }
}
