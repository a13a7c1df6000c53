using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using Loss = CourseLabs.Backprop.Losses.Loss;

namespace CourseLabs.Torch.Gradients;

/// <summary>
/// The proof of a hand-written network's gradients: each compared with torch's autograd, to 1e-12 in float64, and with central
/// differences, to 1e-6 away from kinks.
/// </summary>
public sealed class GradientCheck
{
    private GradientCheck(Network network, Loss loss, double value, double? autogradValue, IReadOnlyList<GradientComparison> comparisons)
    {
        (Value, AutogradValue, Comparisons) = (value, autogradValue, comparisons);
        Fault = Blame.Find(this, network, loss);
    }

    /// <summary>The loss by hand.</summary>
    public double Value { get; }

    /// <summary>The loss that torch has; null where autograd cannot tell (<see cref="AutogradGradients.Knows"/>).</summary>
    public double? AutogradValue { get; }

    /// <summary>Every parameter in the network's order, then the input X and, with autograd, the output.</summary>
    public IReadOnlyList<GradientComparison> Comparisons { get; }

    /// <summary>Whether everything agrees.</summary>
    public bool Holds => Fault is null;

    /// <summary>
    /// In a sentence, the first thing on the way back through the network that is wrong, with its layer; null when all holds.
    /// </summary>
    public string? Fault { get; }

    /// <summary>Checks all gradients of one batch.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">(batch x inputs); its entries are moved and put back for the central differences.</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="loss">The loss.</param>
    /// <param name="entries">
    /// How many entries of a gradient central differences are taken of: of all where there are no more; 0 for none.
    /// </param>
    /// <param name="random">Chooses the entries.</param>
    /// <returns>The comparisons.</returns>
    /// <exception cref="ShapeException">A shape does not go with the network's.</exception>
    /// <exception cref="ArgumentException">torch has no counterpart of an activation or of the loss.</exception>
    public static GradientCheck Of(Network network, Matrix x, Matrix target, Loss loss, int entries, Random random)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(random);
        var value = network.FindGradients(x, target, loss);
        var autograd = AutogradGradients.Knows(network) ? AutogradGradients.Of(network, x, target, loss) : null;
        var (inputGradient, outputGradient) = (network.InputGradient(), loss.Gradient(network.Output, target));

        var comparisons = network.Parameters
            .Select((p, i) => Compare(p.Name, p.Layer, p.Gradient.Copy(), autograd?.Parameters[i], p.Value))
            .Append(Compare("X", 1, inputGradient, autograd?.Input, x))
            .ToList();
        if (comparisons.Any(c => c.RelativeError > GradientComparison.Tolerance))
        {
            var movement = Rounding.Movement(network, x, target, loss, random);
            comparisons = [.. comparisons.Select((c, i) => c with { Movement = movement[i] })];
        }
        var last = network.Layers.Count + 1;
        if (autograd is not null)
            comparisons.Add(new($"A{last}", last, outputGradient, autograd.Output, Numeric: null, value));
        return new(network, loss, value, autograd?.Loss, comparisons);

        GradientComparison Compare(string name, int layer, Matrix byHand, Matrix? auto, Matrix at)
        {
            var chosen = Choose(GradientComparison.FindEntry(byHand, auto), at, entries, random);
            var numeric = entries == 0 ? null : NumericalGradient.Of(network, at, x, target, loss, chosen);
            if (numeric?.Agrees(byHand, value) == false)
                numeric = numeric.WithSpread(network, at, x, target, loss);
            return new(name, layer, byHand, auto, numeric, value);
        }
    }

    private static List<(int Row, int Column)> Choose((int Row, int Column) first, Matrix at, int entries, Random random)
    {
        var count = at.Values.Length;
        if (count <= entries)
            return [.. Enumerable.Range(0, count).Select(i => (i / at.Columns, i % at.Columns))];
        var chosen = new HashSet<(int, int)> { first };
        while (chosen.Count < entries)
            chosen.Add((random.Next(at.Rows), random.Next(at.Columns)));
        return [.. chosen];
    }
}
