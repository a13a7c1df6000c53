using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Neurons;

/// <summary>
/// A logic gate of two inputs: one of the 16 ways to part the corners of the unit square into two classes (COURSE E1, E2). For each of them
/// either <see cref="FindWeights"/> finds a perceptron or <see cref="FindRefutation"/> the proof that there is none, all in whole numbers.
/// </summary>
public sealed class LogicGate
{
    private LogicGate(IReadOnlyList<int> targets) => Targets = targets;

    /// <summary>The corners, (4 x 2), in the slide's order: (0, 0), (1, 0), (0, 1), (1, 1).</summary>
    public static Matrix Inputs => Matrix.FromRows([0, 0], [1, 0], [0, 1], [1, 1]);

    /// <summary>1 where both inputs are 1.</summary>
    public static LogicGate And { get; } = new([-1, -1, -1, 1]);

    /// <summary>1 where an input is 1.</summary>
    public static LogicGate Or { get; } = new([-1, 1, 1, 1]);

    /// <summary>1 where the inputs differ.</summary>
    public static LogicGate Xor { get; } = new([-1, 1, 1, -1]);

    /// <summary>All 16 gates.</summary>
    public static IReadOnlyList<LogicGate> All { get; } =
        [.. Enumerable.Range(0, 16).Select(bits => new LogicGate([.. Enumerable.Range(0, 4).Select(i => (bits >> i & 1) == 1 ? 1 : -1)]))];

    /// <summary>The output, 1 or -1, at each of <see cref="Inputs"/>.</summary>
    public IReadOnlyList<int> Targets { get; }

    /// <summary>Weights (w0, w1, w2) of a perceptron that is this gate; null where none of the tried is, with each from -2 to 2.</summary>
    /// <returns>Three whole numbers, or null.</returns>
    public IReadOnlyList<int>? FindWeights() => Tuples(3, -2, 2).FirstOrDefault(IsGate);

    /// <summary>
    /// Proof that no perceptron is this gate: whole numbers k_i of at least 0, not all 0, with sum k_i t_i (1, x_i) = 0. For if
    /// (w0, w1, w2) classified every corner, then t_i s_i would be 0 or more for the class 1 and above 0 for the class -1. But the sum of
    /// k_i t_i s_i is the product of the weights with that sum, 0, while it has a term above 0: the k_i of the class -1 are not all 0, or
    /// those of the class 1 could not add up to 0 with them. XOR's are (1, 1, 1, 1).
    /// </summary>
    /// <returns>Four numbers, each from 0 to 2; null where none of the tried is a proof.</returns>
    public IReadOnlyList<int>? FindRefutation() => Tuples(4, 0, 2).FirstOrDefault(Refutes);

    private bool IsGate(int[] w)
    {
        var perceptron = new Perceptron(w[0], w[1], w[2]);
        var inputs = Inputs;
        return Enumerable.Range(0, 4).All(i => perceptron.Predict(inputs.Row(i)) == Targets[i]);
    }

    private bool Refutes(int[] k)
    {
        var (ones, first, second) = (0, 0, 0);
        for (var i = 0; i < 4; i++)
        {
            var term = k[i] * Targets[i];
            ones += term;
            first += term * (i & 1);
            second += term * (i >> 1);
        }
        return k.Any(n => n > 0) && (ones, first, second) == (0, 0, 0);
    }

    // All tuples of numbers from low to high.
    private static IEnumerable<int[]> Tuples(int length, int low, int high) => length == 0
        ? [[]]
        : Tuples(length - 1, low, high).SelectMany(_ => Enumerable.Range(low, high - low + 1), (start, last) => (int[])[.. start, last]);
}
