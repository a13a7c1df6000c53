using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;
using Loss = CourseLabs.Backprop.Losses.Loss;

namespace CourseLabs.Labs;

/// <summary>How this lab trains by hand: plain gradient descent on all examples at once.</summary>
internal static class GradientDescent
{
    /// <summary>Trains the network.</summary>
    /// <param name="network">Its weights change.</param>
    /// <param name="x">(examples x inputs).</param>
    /// <param name="target">(examples x outputs).</param>
    /// <param name="loss">What is to fall.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="epochs">How often the examples are seen.</param>
    /// <param name="cancellation">Ends the training with an exception.</param>
    /// <returns>The loss of each epoch, before its update.</returns>
    public static double[] Train(
        Network network, Matrix x, Matrix target, Loss loss, double lr, int epochs, CancellationToken cancellation)
    {
        double[] losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            losses[epoch] = network.Train(x, target, loss, lr);
        }

        return losses;
    }
}
