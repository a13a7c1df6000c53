using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Torch;

/// <summary>The training loop of the slides: estimate, take loss and gradients, update; again and again.</summary>
public static class TrainingLoop
{
    /// <summary>
    /// Trains on all points at once and returns the loss of every epoch, each taken before that epoch's update (COURSE A7).
    /// The tensors of an epoch are disposed at its end. Nothing but the slide's five lines runs in an epoch.
    /// </summary>
    /// <param name="model">Maps <paramref name="x"/> to an estimate of <paramref name="y"/>.</param>
    /// <param name="lossFunction">Takes the estimate and <paramref name="y"/> to a float32 scalar.</param>
    /// <param name="optimizer">Holds the model's parameters.</param>
    /// <param name="x">Inputs (points x features).</param>
    /// <param name="y">Labels (points x outputs).</param>
    /// <param name="epochs">How often the whole of <paramref name="x"/> is seen.</param>
    /// <param name="report">Told epoch and loss every <paramref name="reportEvery"/> epochs, from epoch 0 on.</param>
    /// <param name="reportEvery">At least 1.</param>
    /// <param name="cancellation">Ends the training with an exception.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static float[] FullBatch(
        nn.Module<Tensor, Tensor> model,
        Loss<Tensor, Tensor, Tensor> lossFunction,
        optim.Optimizer optimizer,
        Tensor x,
        Tensor y,
        int epochs,
        Action<int, float>? report = null,
        int reportEvery = 100,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(lossFunction);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reportEvery);

        var losses = new float[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            using (NewDisposeScope())
            {
                Tensor output = model.call(x);
                optimizer.zero_grad();
                Tensor loss = lossFunction.call(output, y);
                loss.backward();
                optimizer.step();
                losses[epoch] = loss.item<float>();
            }

            if (epoch % reportEvery == 0)
                report?.Invoke(epoch, losses[epoch]);
        }

        return losses;
    }
}
