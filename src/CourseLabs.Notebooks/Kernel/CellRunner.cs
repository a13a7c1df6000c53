using CourseLabs.Notebooks.Hosting;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Kernel;

/// <summary>The process that holds the cells' state; started anew after it has ended or was interrupted.</summary>
/// <param name="folder">The cells' working directory.</param>
internal sealed class CellRunner(string folder) : IDisposable
{
    private readonly Lock gate = new();
    private CellHost? host = new(folder);
    private CancellationTokenSource? current;

    /// <summary>Whether no cell is to run any more.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Asks the session something; never throws.</summary>
    /// <param name="question">Such as to run a cell.</param>
    /// <param name="report">Takes what happens.</param>
    public async Task AskAsync(CodeQuestion question, Action<CellEvent> report)
    {
        using var interrupt = new CancellationTokenSource();
        lock (gate)
        {
            if (IsStopped)
                interrupt.Cancel();
            if (question is RunCode) // the others end by themselves, and the state is worth more
                current = interrupt;
        }

        try
        {
            await Renewed().AskAsync(question, report, Timeout.InfiniteTimeSpan, interrupt.Token);
        }
        catch (OperationCanceledException)
        {
            host?.Dispose();
            host = null;
            report(new Failed("Interrupted", "The cell was stopped, and what the cells had made is gone: run them again from the first.", null, []));
        }
        finally
        {
            lock (gate)
                current = null;
        }
    }

    /// <summary>Takes what happens while nothing is asked.</summary>
    public Task ListenAsync(Action<CellEvent> report, CancellationToken cancellation) => Renewed().ListenAsync(report, cancellation);

    /// <summary>Stops the cell that runs, by ending its process: .NET has no other way. Without one nothing happens.</summary>
    public void Interrupt()
    {
        lock (gate)
            current?.Cancel();
    }

    /// <summary>Stops the cell that runs, and every later one.</summary>
    public void Stop()
    {
        lock (gate)
            IsStopped = true;
        Interrupt();
    }

    /// <summary>Ends the process.</summary>
    public void Dispose() => host?.Dispose();

    private CellHost Renewed()
    {
        if (host is { IsLost: false })
            return host;
        host?.Dispose();
        return host = new(folder);
    }
}
