using System.Collections.ObjectModel;

namespace CourseLabs.Plots;

/// <summary>A function of two variables at the crossings of a rectangular grid: the score of a classifier, a loss surface.</summary>
public sealed class Grid
{
    private readonly double[,] _values;

    /// <summary>A grid of values that are already there, for example of one forward pass over all its points.</summary>
    /// <param name="xs">Horizontal coordinates, at least two, ascending.</param>
    /// <param name="ys">Vertical coordinates, at least two, ascending.</param>
    /// <param name="values">Shape (ys, xs): the value at <c>xs[j]</c>, <c>ys[i]</c> is <c>values[i, j]</c>.
    /// One that is NaN counts as lower than all, and infinity as higher.</param>
    /// <exception cref="ArgumentException">The coordinates do not ascend, or there are not as many values.</exception>
    public Grid(IEnumerable<double> xs, IEnumerable<double> ys, double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Xs = Ascending(xs, nameof(xs));
        Ys = Ascending(ys, nameof(ys));
        if (values.GetLength(0) != Ys.Count || values.GetLength(1) != Xs.Count)
            throw new ArgumentException(
                $"A grid of {Xs.Count} xs and {Ys.Count} ys needs values of shape ({Ys.Count}, {Xs.Count}), " +
                $"not ({values.GetLength(0)}, {values.GetLength(1)}).", nameof(values));
        _values = (double[,])values.Clone();
    }

    /// <summary>The horizontal coordinates.</summary>
    public IReadOnlyList<double> Xs { get; }

    /// <summary>The vertical coordinates.</summary>
    public IReadOnlyList<double> Ys { get; }

    /// <summary>The value at <c>Xs[column]</c>, <c>Ys[row]</c>.</summary>
    /// <param name="row">Counts the ys.</param>
    /// <param name="column">Counts the xs.</param>
    public double this[int row, int column] => _values[row, column];

    /// <summary>Evaluates a function over a rectangle.</summary>
    /// <param name="x">From the left to the right end.</param>
    /// <param name="y">From the lower to the upper end.</param>
    /// <param name="function">Of x and y.</param>
    /// <param name="points">How many points there are along each side, at least two.</param>
    public static Grid Of((double From, double To) x, (double From, double To) y, Func<double, double, double> function, int points = 81)
    {
        ArgumentNullException.ThrowIfNull(function);
        var (xs, ys) = (Between(x.From, x.To, points), Between(y.From, y.To, points));
        var values = new double[ys.Length, xs.Length];
        for (var i = 0; i < ys.Length; i++)
            for (var j = 0; j < xs.Length; j++)
                values[i, j] = function(xs[j], ys[i]);
        return new Grid(xs, ys, values);
    }

    /// <summary>Equally spaced coordinates, both ends included.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last.</param>
    /// <param name="points">How many, at least two.</param>
    public static double[] Between(double from, double to, int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        return [.. Enumerable.Range(0, points).Select(i => i == points - 1 ? to : from + ((to - from) * i / (points - 1)))];
    }

    /// <summary>Levels that divide the finite values into so many equally frequent parts, so that contours show any shape.</summary>
    internal IReadOnlyList<double> Levels(int parts)
    {
        var sorted = _values.Cast<double>().Where(double.IsFinite).Order().ToList();
        return sorted.Count == 0 ? [] : [.. Enumerable.Range(1, parts - 1).Select(i => sorted[i * sorted.Count / parts]).Distinct()];
    }

    /// <summary>What lies below and above a level and all finite values: what NaN and the infinities are drawn as.</summary>
    internal (double Low, double High) Beyond(double level)
    {
        double[] finite = [.. _values.Cast<double>().Where(double.IsFinite), level];
        double low = finite.Min(), high = finite.Max(), margin = Math.Max(1, (high / 1024) - (low / 1024));
        margin = Math.Max(margin, Math.Max(Math.Abs(low), Math.Abs(high)) / 1024); // 1 less than 1e17 is 1e17 itself
        return (Math.Max(low - margin, double.MinValue), Math.Min(high + margin, double.MaxValue));
    }

    private static ReadOnlyCollection<double> Ascending(IEnumerable<double> coordinates, string name)
    {
        ArgumentNullException.ThrowIfNull(coordinates, name);
        var list = coordinates.ToArray();
        if (list.Length < 2 || !list.All(double.IsFinite) || list.Zip(list.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException($"The {name} of a grid are at least two finite numbers in ascending order.", name);
        return Array.AsReadOnly(list);
    }
}
