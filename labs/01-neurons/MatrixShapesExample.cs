using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE A3: which shapes multiply, and what is said about those that do not.</summary>
public sealed class MatrixShapesExample : OldExample
{
    /// <inheritdoc/>
    public override string Id => "A3";

    /// <inheritdoc/>
    public override string Name => "matrix-shapes";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "Which matrix shapes multiply";

    /// <inheritdoc/>
    public override string Description =>
        "The slide's weights of shapes (3x4), (4x4) and (4x2) multiply to (3x2), in whichever order the two products are taken. " +
        "Shapes that do not go together are refused by a message which names both.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        Matrix a = Counting(3, 4), b = Counting(4, 4), c = Counting(4, 2);
        Matrix product = a.Dot(b).Dot(c);
        (string What, Matrix X, Matrix Y, Func<Matrix> Operation)[] mismatches =
        [
            ("AB", a, a, () => a.Dot(a)),
            ("AB", c, a, () => c.Dot(a)),
            ("A + B", a, c, () => a + c),
        ];
        string[] messages = [.. mismatches.Select(m => Refusal(m.Operation))];

        return new(Title)
        {
            Figures =
            [
                new("shape of (3x4)(4x4)(4x2)", "(3 x 2)", product.Shape, 0, "slide"),
                new("A(BC) less (AB)C", 0,
                    Results.LargestDifference(a.Dot(b.Dot(c)), product), 0, "mathematics: whole numbers, so nothing is rounded"),
                new("ABC less TorchSharp's", 0, Results.LargestDifference(InTorch(a, b, c), product), 0, "TorchSharp"),
                Figure.Holds(
                    "each refusal names both shapes",
                    mismatches.Zip(messages).All(p => Names(p.Second, p.First.X) && Names(p.Second, p.First.Y)),
                    "COURSE A3: a mismatch must say which shapes met"),
            ],
            Tables =
            [
                new("mismatches", "Shapes that do not go together", ["A", "B", "operation", "what is said"],
                    [.. mismatches.Zip(messages).Select(p => (string[])[p.First.X.Shape, p.First.Y.Shape, p.First.What, p.Second])]),
            ],
        };
    }

    private static bool Names(string message, Matrix matrix) => message.Contains(matrix.Shape, StringComparison.Ordinal);

    private static string Refusal(Func<Matrix> operation)
    {
        try
        {
            return $"nothing: the result is {operation().Shape}";
        }
        catch (ShapeException mismatch)
        {
            return mismatch.Message;
        }
    }

    private static Matrix InTorch(Matrix a, Matrix b, Matrix c)
    {
        using DisposeScope scope = NewDisposeScope();
        return a.ToTensor().mm(b.ToTensor()).mm(c.ToTensor()).ToMatrix();
    }

    // 1, 2, 3, ... row after row.
    private static Matrix Counting(int rows, int columns) =>
        Matrix.FromValues(rows, columns, [.. Enumerable.Range(1, rows * columns).Select(i => (double)i)]);
}
