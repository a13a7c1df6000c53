using CourseLabs.Backprop.Neurons;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE A8: the perceptron's learning loop in the slide's five steps, on points that a line parts.</summary>
public sealed class PerceptronLoopExample : OldExample
{
    // Points nearer than this to the true line are not drawn, so that the loop must end.
    private const double Margin = 0.02;

    /// <summary>How many points are drawn.</summary>
    public static ExampleOption<int> PointCount { get; } =
        ExampleOption.WholeNumber("points", 60, "how many points are drawn", min: 2, max: 10_000, quick: 30);

    /// <inheritdoc/>
    public override string Id => "A8";

    /// <inheritdoc/>
    public override string Name => "perceptron-loop";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "The perceptron's learning loop in five steps";

    /// <inheritdoc/>
    public override string Description =>
        "1 random w and b, 2 predict, 3 compare with the label, 4 change w and b, 5 repeat: on points in a square, labelled by a line " +
        "that the perceptron does not know. It needs no more corrections than Novikoff's theorem allows.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [PointCount];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Random random = Results.Generator(context.Seed);
        (Matrix x, int[] labels) = Draw(context.Get(PointCount), random);

        const double lr = 0.1;
        var perceptron = new Perceptron(2, random);                         // 1. random w and b
        Matrix start = perceptron.Weights.Copy();
        var errors = new List<int>();
        do
        {
            context.Cancellation.ThrowIfCancellationRequested();
            errors.Add(0);
            for (int n = 0; n < x.Rows; n++)
            {
                int y = perceptron.Predict(x.Row(n));                       // 2. predict from the training data
                int error = labels[n] - y;                                  // 3. the error between y and the label
                perceptron.Weights.AddInPlace(lr * error, Augmented(x, n)); // 4. change w and b so that it shrinks
                errors[^1] += error == 0 ? 0 : 1;
            }
        }
        while (errors[^1] > 0);                                             // 5. repeat 2 to 4

        // A correction adds 2 lr y (1, x), and the true line's weights (offset, cos, sin) are at most sqrt(1.25) long.
        double bound = Novikoff(start.Norm / (2 * lr), Math.Sqrt(3), Margin / Math.Sqrt(1.25));
        var library = new Perceptron(start[0, 0], start[0, 1], start[0, 2]);
        PerceptronTraining training = library.Train(x, labels, lr, int.MaxValue);
        var before = new Perceptron(start[0, 0], start[0, 1], start[0, 2]);

        return new(Title)
        {
            Figures =
            [
                new("wrong answers at the end", 0,
                    Enumerable.Range(0, x.Rows).Count(n => perceptron.Predict(x.Row(n)) != labels[n]), 0,
                    "slide: repeat until the error is least; here a line parts the points"),
                Figure.Plain("epochs", errors.Count),
                Figure.Plain("corrections", errors.Sum()),
                Figure.Holds(
                    FormattableString.Invariant($"no more than {Math.Floor(bound)} corrections"),
                    errors.Sum() <= bound, "mathematics: Novikoff's theorem (1962)"),
                new("w0, w1, w2", library.Weights.Values.ToArray(),
                    perceptron.Weights.Values.ToArray(), 1e-12, "the same training by CourseLabs.Backprop's Perceptron"),
                Figure.Holds("it took as many epochs there", training.Errors.SequenceEqual(errors), "CourseLabs.Backprop's Perceptron"),
            ],
            Tables =
            [
                new("epochs", "Wrong answers an epoch", ["epoch", "wrong answers"],
                    [.. errors.Select((count, epoch) => (string[])[NumberText.Of(epoch + 1), NumberText.Of(count)])]),
            ],
            Pictures =
            [
                new("lines", new PlotGrid(
                    "The perceptron's line",
                    [
                        DecisionChart.Of("before learning", x, labels, before.Scores(-1, 1)),
                        DecisionChart.Of("after learning", x, labels, perceptron.Scores(-1, 1)),
                    ],
                    columns: 2)),
                new("errors", new Plot("Wrong answers an epoch", "epoch", "wrong answers")
                    .Line("wrong answers", Enumerable.Range(1, errors.Count), errors)),
            ],
        };
    }

    /// <summary>
    /// How often a perceptron can be corrected by y (1, x): if weights of length 1 give y s of at least <paramref name="margin"/> for all
    /// points, and no (1, x) is longer than <paramref name="radius"/>, then after k corrections w0 + sum y (1, x) is at least
    /// k margin - |w0| along those weights, and at most sqrt(|w0|^2 + k radius^2) long, since each correction is of a wrong answer. So
    /// k is at most (radius^2 + 2 |w0| margin) / margin^2.
    /// </summary>
    /// <param name="start">|w0|, the length of the first weights, measured in corrections.</param>
    /// <param name="radius">The length of the longest (1, x).</param>
    /// <param name="margin">What the right weights leave on either side.</param>
    internal static double Novikoff(double start, double radius, double margin) =>
        ((radius * radius) + (2 * start * margin)) / (margin * margin);

    // Uniform in the square from (-1, -1) to (1, 1), labelled by the line cos x1 + sin x2 + offset = 0; both classes occur.
    private static (Matrix X, int[] Labels) Draw(int count, Random random)
    {
        double angle = random.NextDouble() * 2 * Math.PI, offset = random.NextDouble() - 0.5;
        var x = new Matrix(count, 2);
        int[] labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            double score;
            do
            {
                x[n, 0] = (2 * random.NextDouble()) - 1;
                x[n, 1] = (2 * random.NextDouble()) - 1;
                score = (Math.Cos(angle) * x[n, 0]) + (Math.Sin(angle) * x[n, 1]) + offset;
            }
            while (n < 2 ? score * (n == 0 ? 1 : -1) < Margin : Math.Abs(score) < Margin);
            labels[n] = Math.Sign(score);
        }

        return (x, labels);
    }

    private static Matrix Augmented(Matrix x, int row) => Matrix.FromRow(1, x[row, 0], x[row, 1]);
}
