using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Activations;

/// <summary>
/// The largest of several sums: max(w1'x + b1, w2'x + b2) (COURSE B4). Backward routes the upstream gradient to the winner (the max gate
/// of B1); of equal sums the first wins. The layer's W stands as [W1 W2 ...]: output j's sums are the columns j, outputs + j, and so on.
/// </summary>
public sealed class Maxout : Activation
{
    /// <summary>A maxout of several pieces.</summary>
    /// <param name="pieces">How many sums each output takes the largest of.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is less than one piece.</exception>
    public Maxout(int pieces = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pieces, 1);
        SumsPerOutput = pieces;
    }

    /// <inheritdoc/>
    public override string Name => "maxout";

    /// <inheritdoc/>
    public override int SumsPerOutput { get; }

    internal override void Sides(Matrix z, Span<int> sides)
    {
        var outputs = z.Columns / SumsPerOutput;
        for (var i = 0; i < z.Rows; i++)
        {
            for (var j = 0; j < outputs; j++)
                sides[i * outputs + j] = Winner(z.Row(i), j, outputs) / outputs;
        }
    }

    /// <inheritdoc/>
    protected override void ForwardCore(Matrix z, Matrix a)
    {
        for (var i = 0; i < a.Rows; i++)
        {
            Span<double> sums = z.Row(i), outputs = a.Row(i);
            for (var j = 0; j < outputs.Length; j++)
                outputs[j] = sums[Winner(sums, j, outputs.Length)];
        }
    }

    /// <inheritdoc/>
    protected override void BackwardCore(Matrix z, Matrix a, Matrix upstream, Matrix delta)
    {
        delta.Values.Clear();
        for (var i = 0; i < a.Rows; i++)
        {
            Span<double> sums = z.Row(i), ups = upstream.Row(i), result = delta.Row(i);
            for (var j = 0; j < ups.Length; j++)
                result[Winner(sums, j, ups.Length)] = ups[j];
        }
    }

    // A NaN wins, so that it is carried on.
    private static int Winner(ReadOnlySpan<double> sums, int output, int outputs)
    {
        var winner = output;
        for (var k = output + outputs; k < sums.Length; k += outputs)
        {
            if (sums[k] > sums[winner] || (double.IsNaN(sums[k]) && !double.IsNaN(sums[winner])))
                winner = k;
        }
        return winner;
    }
}
