using System.Diagnostics;
using CourseLabs.Data.Digits;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

public readonly record struct PrintedLoss(int Epoch, int Step, double Loss);

// Deck C's "CODE – NeuralNetwork class – 학습" (COURSE C4): one row after the other, in the file's order. It prints every 1000 steps, as the
// slide's result does; its code says 400 (labs/ERRATA.md).
public static class MnistTraining
{
    public static (List<PrintedLoss> Losses, TimeSpan Elapsed) Run(
        NeuralNetwork nn, MnistDigits trainingData, int epochs, Action<PrintedLoss>? print = null)
    {
        const int outputNodes = 10;
        List<PrintedLoss> losses = [];
        var startTime = Stopwatch.GetTimestamp();

        for (var i = 0; i < epochs; i++)
        {
            for (var step = 0; step < trainingData.Count; step++)
            {
                // input_data, target_data normalize
                var targetData = new Matrix(1, outputNodes) + 0.01;
                targetData[0, trainingData.Labels[step]] = 0.99;

                var inputData = (trainingData.Row(step) / 255.0 * 0.99) + 0.01;

                nn.Train(inputData, targetData);

                if (step % 1000 == 0)
                {
                    losses.Add(new(i, step, nn.LossVal()));
                    print?.Invoke(losses[^1]);
                }
            }
        }

        return (losses, Stopwatch.GetElapsedTime(startTime));
    }

    // training_data[step, 1:], the pixels of a picture as numbers, (1 x 784).
    internal static Matrix Row(this MnistDigits digits, int index)
    {
        var row = new Matrix(1, digits.PixelsEach);
        var pixels = digits.Picture(index);
        var values = row.Values;
        for (var i = 0; i < values.Length; i++)
            values[i] = pixels[i];
        return row;
    }
}
