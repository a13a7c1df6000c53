using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "퍼셉트론의 동작" (how the perceptron works), "예제 3-1 퍼셉트론의 동작" (example 3-1) and "행렬 표기" (matrix notation) (COURSE E1): the
// equations of PerceptronOr.cs.
public sealed class PerceptronOrExample() : Example(
    "E1", "perceptron-or", "01-neurons", "The OR gate as a perceptron",
    "y = tau(w'x + w0), tau(s) = 1 for s at least 0, else -1, with the slide's weights (1, 1) and -0.5; the same in the augmented " +
    "form y = tau(w'x), x = (1, x1, x2); and the decision line x1 + x2 - 0.5 = 0.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        double[] s = [.. PerceptronOr.X.Select(PerceptronOr.S)];
        double[] y = [.. s.Select(score => (double)PerceptronOr.Tau(score))];
        double[] augmented = [.. PerceptronOr.X.Select(PerceptronOr.Augmented)];
        var x = Matrix.FromRows(PerceptronOr.X);

        double[] slides = [-0.5, 0.5, 0.5, 1.5];
        return new(Title)
        {
            Figures =
            [
                Figure.Of("s", s, expected: slides, source: "slide: example 3-1"),
                Figure.Of("y", y, expected: new double[] { -1, 1, 1, 1 }, source: "slide: example 3-1"),
                Figure.Of("s in the augmented form", augmented, expected: slides, source: "slide: example 3-1, by equation (3.3)"),
                Figure.Of("s in TorchSharp", InTorch(x), expected: slides, source: "slide: example 3-1"),
                Figure.Of(
                    "s on the line, at (0, 0.5) and (0.5, 0)", new[] { PerceptronOr.S([0, 0.5]), PerceptronOr.S([0.5, 0]) },
                    expected: new double[] { 0, 0 }, source: "slide: x1 + x2 - 0.5 = 0"),
            ],
            Tables =
            [
                Table.Of(
                    "or", "The four samples", PerceptronOr.X.Index(),
                    ("x1", n => n.Item[0]), ("x2", n => n.Item[1]), ("s", n => s[n.Index]), ("y", n => y[n.Index])),
            ],
            Pictures =
            [
                new("or", DecisionChart.Of(
                    "OR and the line x1 + x2 - 0.5 = 0", x, PerceptronOr.Y,
                    Grid.Of((-0.5, 1.5), (-0.5, 1.5), (x1, x2) => PerceptronOr.S([x1, x2])))),
            ],
        };
    }

    private static double[] InTorch(Matrix x)
    {
        using var scope = NewDisposeScope();
        return x.ToTensor().matmul(tensor(PerceptronOr.W)).add(PerceptronOr.W0).data<double>().ToArray();
    }
}
