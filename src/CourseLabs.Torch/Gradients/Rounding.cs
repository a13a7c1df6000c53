using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using Loss = CourseLabs.Backprop.Losses.Loss;

namespace CourseLabs.Torch.Gradients;

/// <summary>
/// How exactly float64 can tell a gradient at all. Where large terms cancel, what is left is their rounding: the l1 loss's db of one
/// output is as many times +1/N as -1/N for every second batch of two.
/// </summary>
internal static class Rounding
{
    private const int Draws = 5;
    private const double Unit = 1.0 / (1L << 52);

    /// <summary>
    /// How far each gradient moves, as a norm, when every weight, input and entry of dE/dA moves by a rounding: a relative 2^-52 up or
    /// down. The largest of a few draws.
    /// </summary>
    /// <param name="network">The network; it is left as it was, its gradients too.</param>
    /// <param name="x">(batch x inputs); left as it was.</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="loss">The loss.</param>
    /// <param name="random">Says up or down.</param>
    /// <returns>One number a parameter, in the network's order, and one for the input.</returns>
    public static double[] Movement(Network network, Matrix x, Matrix target, Loss loss, Random random)
    {
        Matrix[] moved = [.. network.Parameters.Select(p => p.Value), x];
        Matrix[] kept = [.. moved.Select(m => m.Copy())];
        var gradients = Gradients(move: false);
        var result = new double[moved.Length];
        for (var draw = 0; draw < Draws; draw++)
        {
            foreach (var matrix in moved)
                Move(matrix);
            try
            {
                foreach (var (i, gradient) in Gradients(move: true).Index())
                    result[i] = Math.Max(result[i], (gradient - gradients[i]).Norm);
            }
            finally
            {
                // Also where a moved output, 1 + 2^-52, is nothing for the loss.
                for (var i = 0; i < moved.Length; i++)
                    moved[i].CopyFrom(kept[i]);
            }
        }
        Gradients(move: false);
        return result;

        Matrix[] Gradients(bool move)
        {
            var upstream = loss.Gradient(network.Forward(x), target);
            if (move)
                Move(upstream);
            network.Backward(upstream);
            return [.. network.Parameters.Select(p => p.Gradient.Copy()), network.InputGradient()];
        }

        void Move(Matrix matrix)
        {
            foreach (ref var value in matrix.Values)
                value *= random.Next(2) == 0 ? 1 + Unit : 1 - Unit;
        }
    }
}
