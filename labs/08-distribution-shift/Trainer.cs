using CourseLabs.Examples;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>
/// Fits the linear models of an example by Adam on all data at once. The losses of this lab are convex, and <see cref="ToTheMinimum"/>
/// epochs end at the minimum to four digits or more (a test compares with the normal equations), so what a fit gives does not hang on
/// where it began.
/// </summary>
/// <param name="fits">How many fits there will be, for the progress.</param>
/// <param name="epochs">How often each sees its data.</param>
/// <param name="progress">Told epoch and loss now and then.</param>
/// <param name="cancellation">Ends a fit with an exception.</param>
internal sealed class Trainer(int fits, int epochs, Action<ProgressStep>? progress, CancellationToken cancellation)
{
    /// <summary>So many epochs that the loss gets no smaller.</summary>
    public const int ToTheMinimum = 400;

    private int done;

    /// <summary>Fits a new model.</summary>
    /// <param name="each">One loss an example (reduction none); disposed at the end.</param>
    /// <param name="x">Inputs (examples x features).</param>
    /// <param name="y">Labels, as the loss takes them.</param>
    /// <param name="outputs">How many numbers the model gives an example.</param>
    /// <param name="beta">The weight of each example; 1 when left out.</param>
    /// <returns>The model; the caller disposes it.</returns>
    public Linear Fit(Loss<Tensor, Tensor, Tensor> each, Tensor x, Tensor y, int outputs = 1, Tensor? beta = null)
    {
        using DisposeScope scope = NewDisposeScope();
        Linear model = nn.Linear(x.shape[1], outputs);
        try
        {
            model.to(x.device);
            using (each)
            using (var risk = new WeightedRisk(each, beta ?? ones(1, device: x.device)))
            using (optim.Optimizer optimizer = optim.Adam(model.parameters(), lr: 0.1))
                TrainingLoop.FullBatch(model, risk, optimizer, x, y, epochs, Report, cancellation: cancellation);
            done += epochs;
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private void Report(int epoch, float loss) => progress?.Invoke(new(done + epoch, fits * epochs, "epoch", loss));
}
