using System.Diagnostics;
using CourseLabs.Data.Digits;

namespace CourseLabs.Labs;

/// <summary>A loss that the slide's loop prints.</summary>
/// <param name="Epoch">From 0.</param>
/// <param name="Step">The row within the epoch, from 0.</param>
/// <param name="Loss">After the update on that row.</param>
public readonly record struct PrintedLoss(int Epoch, int Step, double Loss);

/// <summary>The slide's loop: one row after the other, in the file's order (COURSE C4).</summary>
public static class OnlineTraining
{
    /// <summary>How many steps lie between two printed losses: as in the slide's output; its code says 400 (COURSE C!).</summary>
    public const int PrintEvery = 1000;

    /// <summary>Trains; a step allocates nothing.</summary>
    /// <param name="network">Changes.</param>
    /// <param name="trainingData">Pictures and labels.</param>
    /// <param name="epochs">How often all rows are seen.</param>
    /// <param name="print">Told each loss that the slide would print.</param>
    /// <param name="cancellation">Ends the training with an exception.</param>
    /// <returns>The printed losses and the elapsed time.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static (IReadOnlyList<PrintedLoss> Losses, TimeSpan Elapsed) Run(
        NeuralNetwork network, MnistDigits trainingData, int epochs, Action<PrintedLoss>? print = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(trainingData);
        long start = Stopwatch.GetTimestamp();
        var losses = new List<PrintedLoss>();
        var row = new DigitRow(trainingData);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int step = 0; step < trainingData.Count; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                row.Read(step);
                network.Train(row.InputData, row.TargetData);
                if (step % PrintEvery != 0)
                    continue;
                losses.Add(new(epoch, step, network.LossVal(row.InputData, row.TargetData)));
                print?.Invoke(losses[^1]);
            }
        }

        return (losses, Stopwatch.GetElapsedTime(start));
    }
}
