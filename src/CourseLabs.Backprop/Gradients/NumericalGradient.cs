using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Gradients;

/// <summary>
/// The gradient by central differences, (f(x + h) - f(x - h)) / 2h for one entry after another (COURSE C1): slow, since it takes two
/// forward passes an entry, and inexact, but it knows nothing of the chain rule. h = max(1, |x|) * the cube root of 2^-52 (6.1e-6): there
/// the error of the formula, h^2 f''' / 6, and the rounding of f, 2^-52 f / h, are of one size, some 1e-11.
/// </summary>
public sealed class NumericalGradient
{
    private static readonly double RelativeStep = Math.Cbrt(double.BitIncrement(1.0) - 1);

    // Of h: by other steps than h itself the noise is told.
    private static readonly double[] OtherSteps = [0.5, 2, 3];

    private NumericalGradient(
        Matrix gradient, IReadOnlyList<(int Row, int Column)> entries, IReadOnlyList<(int Row, int Column)> kinks) =>
        (Gradient, Entries, Kinks) = (gradient, entries, kinks);

    /// <summary>The differences, of the parameter's shape; 0 where none was taken.</summary>
    public Matrix Gradient { get; }

    /// <summary>The entries that a difference was taken of: all, unless some were chosen.</summary>
    public IReadOnlyList<(int Row, int Column)> Entries { get; }

    /// <summary>
    /// The entries where a kink lay within the step (a ReLU's sum changed its sign, another piece of a maxout won): the difference there
    /// mixes two slopes, so <see cref="RelativeError"/> does not count it.
    /// </summary>
    public IReadOnlyList<(int Row, int Column)> Kinks { get; }

    /// <summary>
    /// How far the differences of other steps are from these, see <see cref="WithSpread"/>; 0 where that was not asked.
    /// </summary>
    public double Spread { get; private init; }

    /// <summary>The gradient of any function.</summary>
    /// <param name="f">The function; it reads <paramref name="at"/>, whose entries are moved and put back one by one.</param>
    /// <param name="at">Where the gradient is taken.</param>
    /// <param name="sides">On which sides of its kinks the function was just computed, if it has any.</param>
    /// <param name="entries">Which entries to take, each once; all if left out.</param>
    /// <returns>The gradient, of the shape of <paramref name="at"/>.</returns>
    /// <exception cref="ArgumentException">
    /// A step leaves the function's domain, which it tells by an <see cref="ArgumentOutOfRangeException"/>, or by a value that is not
    /// finite though it is finite without the step. Whatever it throws, the entries are as they were.
    /// </exception>
    public static NumericalGradient Of(
        Func<double> f, Matrix at, Func<IReadOnlyList<int>>? sides = null, IReadOnlyList<(int Row, int Column)>? entries = null) =>
        Of(f, at, sides, entries, step: 1);

    private static NumericalGradient Of(
        Func<double> f, Matrix at, Func<IReadOnlyList<int>>? sides, IReadOnlyList<(int Row, int Column)>? entries, double step)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(at);
        entries ??= [.. Enumerable.Range(0, at.Rows).SelectMany(i => Enumerable.Range(0, at.Columns).Select(j => (i, j)))];
        var (gradient, kinks) = (new Matrix(at.Rows, at.Columns), new List<(int, int)>());
        foreach (var (i, j) in entries)
        {
            var x = at[i, j];
            var h = step * RelativeStep * Math.Max(1, Math.Abs(x));
            var (above, below) = (x + h, x - h);
            try
            {
                at[i, j] = above;
                var fAbove = f();
                var sidesAbove = sides?.Invoke();
                at[i, j] = below;
                var fBelow = f();
                if (!double.IsFinite(fAbove) || !double.IsFinite(fBelow))
                    ThrowIfFinite(f, at, (i, j), x, double.IsFinite(fAbove) ? below : above);
                if (sidesAbove is not null && !sidesAbove.SequenceEqual(sides!()))
                    kinks.Add((i, j));
                // Not 2h: x + h and x - h have been rounded.
                gradient[i, j] = (fAbove - fBelow) / (above - below);
            }
            catch (ArgumentOutOfRangeException exception)
            {
                throw new ArgumentException(
                    $"No central difference can be taken of entry ({i}, {j}) = {x:R}: the function is not defined at {at[i, j]:R}, "
                    + $"a step beside it. {exception.Message}",
                    nameof(at), exception);
            }
            finally
            {
                at[i, j] = x;
            }
        }
        return new(gradient, entries, kinks);
    }

    // ln of 1e-7 is finite, and no number a step below it. Where f is not finite anyway, neither is its gradient.
    private static void ThrowIfFinite(Func<double> f, Matrix at, (int Row, int Column) entry, double x, double step)
    {
        at[entry.Row, entry.Column] = x;
        if (double.IsFinite(f()))
            throw new ArgumentException(
                $"No central difference can be taken of entry {entry} = {x:R}: the function is not finite at {step:R}, a step beside it.",
                nameof(at));
    }

    /// <summary>The gradient of a network's loss by one of its parameters, or by its input.</summary>
    /// <param name="network">The network.</param>
    /// <param name="at">A parameter's value, or <paramref name="x"/> itself.</param>
    /// <param name="x">(batch x inputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="loss">The loss.</param>
    /// <param name="entries">Which entries to take, each once; all if left out.</param>
    /// <returns>The gradient, of the shape of <paramref name="at"/>.</returns>
    /// <exception cref="ShapeException">A shape does not go with the network's.</exception>
    public static NumericalGradient Of(
        Network network, Matrix at, Matrix x, Matrix target, Loss loss, IReadOnlyList<(int Row, int Column)>? entries = null) =>
        Of(network, at, x, target, loss, entries, step: 1);

    private static NumericalGradient Of(
        Network network, Matrix at, Matrix x, Matrix target, Loss loss, IReadOnlyList<(int Row, int Column)>? entries, double step)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(x);
        try
        {
            return Of(() => loss.Value(network.Forward(x), target), at, () => Sides(network, target, loss), entries, step);
        }
        finally
        {
            if (x.Columns == network.Layers[0].Inputs)
                network.Forward(x); // so that the layers' sums are those of x, and not of the last step beside it
        }
    }

    /// <summary>
    /// The same differences, and how far those of other steps (half, twice and three times h) are from them, ||n - n'||. For a smooth
    /// function in float64 they agree to some 1e-10. They do not where the function itself is noisy: ln(1 - a) of a sigmoid a = 1 - 1e-7
    /// has lost seven digits, and no central difference brings them back.
    /// </summary>
    /// <param name="network">The network, and with it what <see cref="Of(Network, Matrix, Matrix, Matrix, Loss, IReadOnlyList{ValueTuple{int, int}}?)"/> got.</param>
    /// <param name="at">A parameter's value, or <paramref name="x"/> itself.</param>
    /// <param name="x">(batch x inputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="loss">The loss.</param>
    /// <returns>The gradient with its <see cref="Spread"/>.</returns>
    public NumericalGradient WithSpread(Network network, Matrix at, Matrix x, Matrix target, Loss loss)
    {
        var spread = OtherSteps.Select(step => Of(network, at, x, target, loss, Entries, step)).Max(other =>
        {
            // A kink within the wider step is not noise.
            var apart = Gradient - other.Gradient;
            foreach (var (row, column) in (IEnumerable<(int, int)>)[.. Kinks, .. other.Kinks])
                apart[row, column] = 0;
            return apart.Norm;
        });
        return new(Gradient, Entries, Kinks) { Spread = spread };
    }

    /// <summary>||n - g|| / max(||n||, ||g||) over <see cref="Entries"/>, without <see cref="Kinks"/>.</summary>
    /// <param name="gradient">The gradient to compare with, g, of the same shape.</param>
    /// <returns>The error.</returns>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public double RelativeError(Matrix gradient)
    {
        var (numerical, other) = Compared(gradient);
        return GradientError.Relative(numerical, other);
    }

    /// <summary>
    /// Whether a gradient is this one: <see cref="RelativeError"/> at most 1e-6, or the distance at most 1e-9 of the loss (of 1 where the
    /// loss is less), or at most ten times <see cref="Spread"/>. Rounding the loss shifts each difference by some 1e-10 of it, more than
    /// 1e-6 of a gradient that has all but vanished.
    /// </summary>
    /// <param name="gradient">The gradient to compare with, of the same shape.</param>
    /// <param name="loss">The loss where both were taken.</param>
    /// <returns>Whether they agree; not where a number is NaN.</returns>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public bool Agrees(Matrix gradient, double loss)
    {
        var (numerical, other) = Compared(gradient);
        return GradientError.Relative(numerical, other) <= 1e-6
            || (numerical - other).Norm <= Math.Max(1e-9 * Math.Max(1, Math.Abs(loss)), double.IsFinite(Spread) ? 10 * Spread : 0);
    }

    private (Matrix Numerical, Matrix Other) Compared(Matrix gradient)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ShapeException.ThrowUnlessSame(Gradient, gradient, "Numerical gradient");
        var (numerical, other) = (Gradient.Copy(), new Matrix(Gradient.Rows, Gradient.Columns));
        foreach (var (row, column) in Entries)
            other[row, column] = gradient[row, column];
        foreach (var (row, column) in Kinks)
            numerical[row, column] = other[row, column] = 0;
        return (numerical, other);
    }

    private static int[] Sides(Network network, Matrix target, Loss loss)
    {
        var sides = new int[network.Layers.Sum(layer => layer.A.Values.Length) + target.Values.Length];
        var start = 0;
        foreach (var layer in network.Layers)
        {
            layer.Activation.Sides(layer.Z, sides.AsSpan(start, layer.A.Values.Length));
            start += layer.A.Values.Length;
        }
        loss.Sides(network.Output, target, sides.AsSpan(start));
        return sides;
    }
}
