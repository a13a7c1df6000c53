using System.Globalization;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Neurons;

/// <summary>
/// The perceptron y = tau(w'x + w0), tau(s) = 1 for s at least 0, else -1 (COURSE E1). With a 1 put before x it is tau(w'x) with the
/// weights (w0, w1, .. wd). The line (plane) w'x + w0 = 0 parts the two classes.
/// </summary>
public sealed class Perceptron
{
    /// <summary>A perceptron with the given weights: the slide's OR gate is <c>new Perceptron(-0.5, 1, 1)</c>.</summary>
    /// <param name="bias">w0.</param>
    /// <param name="weights">w1 .. wd.</param>
    /// <exception cref="ArgumentException">There is no weight.</exception>
    public Perceptron(double bias, params ReadOnlySpan<double> weights)
    {
        if (weights.IsEmpty)
            throw new ArgumentException("A perceptron needs at least one weight besides its bias.", nameof(weights));
        Weights = Matrix.FromRow([bias, .. weights]);
    }

    /// <summary>A perceptron with weights from N(0, 1): the first of the five steps of learning (COURSE A8).</summary>
    /// <param name="inputs">d, the number of inputs.</param>
    /// <param name="random">Where the randomness comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no input.</exception>
    public Perceptron(int inputs, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        Weights = new Matrix(1, inputs + 1).Fill(Initialize.Normal(), inputs, 1, random);
    }

    /// <summary>(w0, w1, .. wd), a (1 x d + 1) matrix.</summary>
    public Matrix Weights { get; }

    /// <summary>s = w0 + w1 x1 + .. + wd xd.</summary>
    /// <param name="x">x1 .. xd.</param>
    /// <returns>s; its sign is the class.</returns>
    /// <exception cref="ShapeException">There are not d numbers.</exception>
    public double Score(params ReadOnlySpan<double> x)
    {
        if (x.Length != Weights.Columns - 1)
            throw new ShapeException($"The perceptron takes {Weights.Columns - 1} inputs, but got {x.Length}.");
        var s = Weights[0, 0];
        for (var i = 0; i < x.Length; i++)
            s += Weights[0, i + 1] * x[i];
        return s;
    }

    /// <summary>y = tau(s).</summary>
    /// <param name="x">x1 .. xd.</param>
    /// <returns>1 or -1.</returns>
    /// <exception cref="ShapeException">There are not d numbers.</exception>
    /// <exception cref="ArithmeticException">s is not a number, so that it is of no class.</exception>
    public int Predict(params ReadOnlySpan<double> x) => Score(x) switch
    {
        >= 0 => 1,
        < 0 => -1,
        _ => throw new ArithmeticException($"The perceptron's sum is not a number: its weights are {Weights}."),
    };

    /// <summary>
    /// The learning loop (COURSE A8): for one example after another predict, take the error t - y, and update w := w + lr (t - y) (1, x),
    /// until an epoch has no error. It gets there whenever a line parts the classes (Novikoff, 1962), and never for XOR (COURSE E2).
    /// </summary>
    /// <param name="x">(examples x d).</param>
    /// <param name="targets">For each example, 1 or -1.</param>
    /// <param name="learningRate">The learning rate, lr.</param>
    /// <param name="maxEpochs">When to give up.</param>
    /// <returns>How it ended; the weights have changed.</returns>
    /// <exception cref="ShapeException">The examples lack d columns, there are not as many targets, or there is no example.</exception>
    /// <exception cref="ArgumentException">
    /// A target is not 1 or -1, a number of x is not finite, or the learning rate or the limit is not positive.
    /// </exception>
    public PerceptronTraining Train(Matrix x, IReadOnlyList<int> targets, double learningRate = 1, int maxEpochs = 1000)
    {
        Check(x, targets, learningRate, maxEpochs);
        var errors = new List<int>();
        var seen = new HashSet<string> { Snapshot() };
        while (errors.Count < maxEpochs)
        {
            errors.Add(Epoch(x, targets, learningRate));
            if (errors[^1] == 0)
                return new(PerceptronEnd.Converged, errors);
            if (!seen.Add(Snapshot()))
                return new(PerceptronEnd.Cycles, errors);
        }
        return new(PerceptronEnd.LimitReached, errors);
    }

    private int Epoch(Matrix x, IReadOnlyList<int> targets, double learningRate)
    {
        var errors = 0;
        for (var n = 0; n < x.Rows; n++)
        {
            var error = targets[n] - Predict(x.Row(n));
            if (error == 0)
                continue;
            errors++;
            Weights[0, 0] += learningRate * error;
            for (var i = 0; i < x.Columns; i++)
                Weights[0, i + 1] += learningRate * error * x[n, i];
        }
        return errors;
    }

    private string Snapshot() => string.Join(' ', Weights.Values.ToArray().Select(Text));

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private void Check(Matrix x, IReadOnlyList<int> targets, double learningRate, int maxEpochs)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(targets);
        if (x.Rows == 0 || x.Columns != Weights.Columns - 1 || x.Rows != targets.Count)
        {
            throw new ShapeException(
                $"The perceptron takes {Weights.Columns - 1} inputs a row, each with a target, not {x.Shape} and {targets.Count} targets.");
        }
        if (targets.Any(t => t is not (1 or -1)))
            throw new ArgumentException("A perceptron's targets are 1 and -1.", nameof(targets));
        foreach (var value in x.Values)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException($"A perceptron learns from finite numbers, not from {Text(value)}.", nameof(x));
        }

        if (learningRate is not (> 0 and <= double.MaxValue))
            throw new ArgumentException($"The learning rate must be positive and finite, not {Text(learningRate)}.", nameof(learningRate));
        if (maxEpochs < 1)
            throw new ArgumentException($"The limit must be at least one epoch, not {maxEpochs}.", nameof(maxEpochs));
    }
}
