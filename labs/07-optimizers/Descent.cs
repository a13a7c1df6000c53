using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using static TorchSharp.torch;
using TorchParameter = TorchSharp.Modules.Parameter;

namespace CourseLabs.Labs;

// The way of one optimizer down a surface, in float64: where it stands before each step, and at the end.
public static class Descent
{
    // Four roundings of a float64.
    public const double Rounding = 4.0 / (1L << 52);

    // The hand-written optimizer, with the gradient by hand. Each step's end is moved by a rounding up or down, where one is given.
    public static (double X, double Y)[] ByHand(
        Contestant contestant, Surface surface, (double X, double Y) start, double rate, int steps, double rounding = 0)
    {
        var w = new Parameter("w", Matrix.FromRow(start.X, start.Y));
        var optimizer = contestant.ByHand([w], rate);
        var path = new (double X, double Y)[steps + 1];
        for (var step = 0; step < steps; step++)
        {
            path[step] = (w.Value[0, 0], w.Value[0, 1]);
            (w.Gradient[0, 0], w.Gradient[0, 1]) = surface.Gradient(path[step].X, path[step].Y);
            optimizer.Step();
            rounding = -rounding;
            (w.Value[0, 0], w.Value[0, 1]) = (w.Value[0, 0] * (1 + rounding), w.Value[0, 1] * (1 - rounding));
        }
        path[steps] = (w.Value[0, 0], w.Value[0, 1]);
        return path;
    }

    // torch.optim's, with autograd's gradient.
    public static (double X, double Y)[] InTorch(Contestant contestant, Surface surface, (double X, double Y) start, double rate, int steps)
    {
        using var all = NewDisposeScope();
        using var w = new TorchParameter(tensor(new[] { start.X, start.Y }));
        using var optimizer = contestant.InTorch([w], rate);
        var path = new (double X, double Y)[steps + 1];
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            path[step] = Place(w);
            optimizer.zero_grad();
            surface.InTorch(w[0], w[1]).backward();
            optimizer.step();
        }
        path[steps] = Place(w);
        return path;
    }

    // How many steps can be compared at all: up to where a way whose start and steps are moved by roundings has led more than 1e-13 away,
    // and to the first that is not finite. Adadelta's steps grow while it swings across a valley, and with a learning rate that is much too
    // large any optimizer's do, which makes their way chaotic: there two right programs part as fast.
    public static int Comparable(
        Contestant contestant, Surface surface, (double X, double Y) start, double rate, int steps, (double X, double Y)[] path)
    {
        var beside = ByHand(contestant, surface, (start.X * (1 + Rounding), start.Y * (1 + Rounding)), rate, steps, Rounding);
        return Math.Min(Comparable([.. path.Select(place => place.X)], [.. beside.Select(place => place.X)]),
            Comparable([.. path.Select(place => place.Y)], [.. beside.Select(place => place.Y)])) - 1;
    }

    // How many numbers of a row can be compared, from the first on, where another is moved by roundings.
    public static int Comparable(double[] row, double[] beside)
    {
        var exploded = Array.FindIndex(row, number => !double.IsFinite(number));
        return row.Zip(beside).Take(exploded < 0 ? row.Length : exploded + 1)
            .TakeWhile(pair => Apart([pair.First], [pair.Second]) <= 1e-13).Count();
    }

    // How far two ways lie apart at most, in x or y.
    public static double Apart(IEnumerable<(double X, double Y)> one, IEnumerable<(double X, double Y)> other) =>
        Apart(one.SelectMany(place => new[] { place.X, place.Y }), other.SelectMany(place => new[] { place.X, place.Y }));

    // How far two rows of numbers lie apart at most, up to where they are no longer finite: absolute up to 1, relative beyond. Of two that
    // explode one may leave the range of float64 a step before the other. One that is no number while the other is small is wrong.
    public static double Apart(IEnumerable<double> one, IEnumerable<double> other)
    {
        const double large = 1e30;
        var most = 0.0;
        foreach ((var a, var b) in one.Zip(other))
        {
            if (double.IsFinite(a) && double.IsFinite(b))
                most = Math.Max(most, Math.Abs(a - b) / Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))));
            else
                return Math.Abs(a) < large || Math.Abs(b) < large ? double.PositiveInfinity : most;
        }

        return most;
    }

    private static (double X, double Y) Place(Tensor w)
    {
        var values = w.data<double>().ToArray();
        return (values[0], values[1]);
    }
}
