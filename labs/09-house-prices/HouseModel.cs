using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>
/// The slide's model and its training (COURSE D9). All random draws are made at once, by <see cref="Draw"/>, in the order in which the
/// slide's program needs them: the weights, then the order of the rows in each epoch. Training draws nothing, so that folds whose draws
/// were made one after the other can be trained at the same time, with the same results.
/// </summary>
public sealed class HouseModel : IDisposable
{
    private readonly HouseSettings settings;
    private readonly Sequential net;
    private readonly Tensor[] orders; // a permutation of the rows an epoch

    private HouseModel(HouseSettings settings, Sequential net, Tensor[] orders) =>
        (this.settings, this.net, this.orders) = (settings, net, orders);

    /// <summary>Draws a model for <paramref name="rows"/> from torch's generator.</summary>
    public static HouseModel Draw(HouseRows rows, HouseSettings settings)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(settings);
        (long count, long features) = (rows.Features.shape[0], rows.Features.shape[1]);
        // get_net() of the slide: one layer.
        Sequential net = settings.Hidden == 0
            ? Sequential(Linear(features, 1))
            : Sequential(Linear(features, settings.Hidden), ReLU(), Linear(settings.Hidden, 1));
        Device device = rows.Features.device;
        return new(settings, net.to(device), [.. Enumerable.Range(0, settings.Epochs).Select(_ => Order(count, device))]);
    }

    /// <summary>The slide's <c>train</c>: Adam and the mean squared error of dollars, batch by batch.</summary>
    /// <param name="fold">What to train on and what to validate with.</param>
    /// <param name="epochDone">Told after each epoch.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    /// <returns>The log-RMSE after each epoch.</returns>
    public HouseCurves Train(HouseFold fold, Action? epochDone = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fold);
        var (trainErrors, validErrors) = (new float[settings.Epochs], new float[fold.Valid is null ? 0 : settings.Epochs]);
        using MSELoss loss = MSELoss();
        using Adam optimizer = optim.Adam(net.parameters(), lr: settings.LearningRate, weight_decay: settings.WeightDecay);
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            // Reordered all at once, a batch is a part of it and need not be copied.
            Tensor[] xs = fold.Train.Features.index_select(0, orders[epoch]).split(settings.BatchSize);
            Tensor[] ys = fold.Train.Prices.index_select(0, orders[epoch]).split(settings.BatchSize);
            foreach ((Tensor x, Tensor y) in xs.Zip(ys))
            {
                optimizer.zero_grad();
                Tensor l = loss.call(net.call(x), y);
                l.backward();
                optimizer.step();
            }

            trainErrors[epoch] = LogRmse(fold.Train);
            if (fold.Valid is not null)
                validErrors[epoch] = LogRmse(fold.Valid);
            epochDone?.Invoke();
        }

        return new(trainErrors, validErrors);
    }

    /// <summary>The slide's <c>log_rmse</c>: the root mean squared error of the prices' logarithms, estimates below 1 taken as 1.</summary>
    public float LogRmse(HouseRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        using Scalar one = 1; // a local, because TorchSharp lets the garbage collector take a Scalar that is still in use
        Tensor clipped = net.call(rows.Features).clamp(min: one);
        return functional.mse_loss(clipped.log(), rows.Prices.log()).sqrt().item<float>();
    }

    /// <summary>The estimated prices, in dollars; one a row of <paramref name="features"/>.</summary>
    public float[] Predict(Tensor features)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        return net.call(features).cpu().data<float>().ToArray();
    }

    private static Tensor Order(long count, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        return randperm(count).to(device).DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        net.Dispose();
        foreach (Tensor order in orders)
            order.Dispose();
    }
}

/// <summary>The log-RMSE after each epoch.</summary>
/// <param name="Train">On the rows that were learned from.</param>
/// <param name="Valid">On the rows held out; empty where there are none.</param>
public sealed record HouseCurves(float[] Train, float[] Valid);
