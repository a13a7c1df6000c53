using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Exercises;

/// <summary>
/// Draws the input of one call of a student's member. The same seed, task, round and case draw the same input, on every machine.
/// </summary>
/// <param name="seed">The seed of the whole check.</param>
/// <param name="task">The task's id, such as <c>3.3</c>: each task has draws of its own.</param>
/// <param name="round">From 0: the rounds differ in nothing but what is drawn.</param>
/// <param name="case">From 0: the kinds of input that a task wants to see, such as large numbers.</param>
public sealed class Draw(long seed, string task, int round, int @case)
{
    private readonly Random random = new(Mix(seed, task, round, @case));

    /// <summary>Which of the task's kinds of input this is, from 0: see <see cref="Check.Cases"/>.</summary>
    public int Case => @case;

    /// <summary>What torch's generator is set to before the student's member runs, and before the right answer is computed.</summary>
    public long TorchSeed { get; } = Mix(seed, task, round, @case) + 1L;

    /// <summary>A number from a range.</summary>
    public double Number(double low, double high) => low + ((high - low) * random.NextDouble());

    /// <summary>A number whose size lies in a range, of either sign: never near 0.</summary>
    public double AwayFromZero(double low, double high) => Number(low, high) * (random.Next(2) == 0 ? -1 : 1);

    /// <summary>A whole number from low to high, both included.</summary>
    public int Whole(int low, int high) => random.Next(low, high + 1);

    /// <summary>True or false.</summary>
    public bool Coin() => random.Next(2) == 0;

    /// <summary>One of several.</summary>
    public T OneOf<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>The whole numbers from 0 to count - 1 in a random order.</summary>
    public int[] Shuffled(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        return order;
    }

    /// <summary>Numbers from a range.</summary>
    public double[] Numbers(int count, double low, double high) => [.. Enumerable.Range(0, count).Select(_ => Number(low, high))];

    /// <summary>Whole numbers from low to high, both included.</summary>
    public int[] Wholes(int count, int low, int high) => [.. Enumerable.Range(0, count).Select(_ => Whole(low, high))];

    /// <summary>A matrix of numbers from a range.</summary>
    public Matrix Matrix(int rows, int columns, double low = -1, double high = 1) =>
        Matrices.Matrix.FromValues(rows, columns, Numbers(rows * columns, low, high));

    /// <summary>A matrix of rows that are 0 but for one 1: labels, one-hot.</summary>
    public Matrix OneHot(int rows, int columns)
    {
        var result = new Matrix(rows, columns);
        for (var i = 0; i < rows; i++)
            result[i, random.Next(columns)] = 1;
        return result;
    }

    /// <summary>A float32 tensor of numbers from a range.</summary>
    public Tensor Tensor(long[] shape, double low = -1, double high = 1, ScalarType type = ScalarType.Float32)
    {
        var count = (int)shape.Aggregate(1L, (product, size) => product * size);
        return tensor(Numbers(count, low, high), ScalarType.Float64).to(type).reshape(shape);
    }

    /// <summary>A tensor of whole numbers (int64) from low to high, both included: class labels.</summary>
    public Tensor Labels(int count, int low, int high) => tensor(Wholes(count, low, high).Select(n => (long)n).ToArray(), ScalarType.Int64);

    // FNV-1a: string.GetHashCode differs from process to process.
    private static int Mix(long seed, string task, int round, int @case)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in $"{seed} {task} {round} {@case}")
            hash = unchecked((hash ^ part) * 1099511628211UL);
        return (int)(hash >> 33);
    }
}
