using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

// Three matrices of weights, with "3x4", "4x4" and "4x2" under them (COURSE A3).
public sealed class MatrixShapesExample() : Example(
    "A3", "matrix-shapes", "01-neurons", "Which matrix shapes multiply",
    "The slide's weights of shapes (3x4), (4x4) and (4x2) multiply to (3x2), in whichever order the two products are taken. " +
    "Shapes that do not go together are refused by a message which names both.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        Matrix a = Counting(3, 4), b = Counting(4, 4), c = Counting(4, 2);
        var product = a.Dot(b).Dot(c);
        (string What, Matrix X, Matrix Y, string Message)[] mismatches =
        [
            ("AB", a, a, Refusal(() => a.Dot(a))),
            ("AB", c, a, Refusal(() => c.Dot(a))),
            ("A + B", a, c, Refusal(() => a + c)),
        ];

        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "shape of (3x4)(4x4)(4x2)", product.Shape, expected: "(3 x 2)", source: "mathematics: the outer sizes are left"),
                Figure.Of(
                    "A(BC) less (AB)C", Results.LargestDifference(a.Dot(b.Dot(c)), product),
                    expected: 0, source: "mathematics: whole numbers, so nothing is rounded"),
                Figure.Of(
                    "ABC less TorchSharp's", AgainstTorch.Difference(product, a, t => t.mm(b.ToTensor()).mm(c.ToTensor())),
                    expected: 0, source: "TorchSharp"),
                Figure.Of(
                    "each refusal names both shapes",
                    mismatches.All(m => m.Message.Contains(m.X.Shape) && m.Message.Contains(m.Y.Shape)),
                    expected: true, source: "this course: a mismatch must say which shapes met"),
            ],
            Tables =
            [
                Table.Of(
                    "mismatches", "Shapes that do not go together", mismatches,
                    ("A", m => m.X.Shape), ("B", m => m.Y.Shape), ("operation", m => m.What), ("what is said", m => m.Message)),
            ],
        };
    }

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

    // 1, 2, 3, ... row after row.
    private static Matrix Counting(int rows, int columns) =>
        Matrix.FromValues(rows, columns, [.. Enumerable.Range(1, rows * columns).Select(i => (double)i)]);
}
