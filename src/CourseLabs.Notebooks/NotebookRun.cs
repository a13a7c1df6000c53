using System.Diagnostics;

namespace CourseLabs.Notebooks;

/// <summary>How one cell went.</summary>
/// <param name="Number">Its place among the code cells, from 1, which is its execution count.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Failure">What went wrong, in one line; null when all went well.</param>
public sealed record CellRun(int Number, double Seconds, string? Failure);

/// <summary>Runs a notebook's cells in order with .NET Interactive, each over what those before it made.</summary>
/// <param name="Timeout">The longest that a cell may take.</param>
/// <param name="KeepGoing">Whether the cells after one that failed run too; never those after one that ended the process.</param>
public sealed record NotebookRun(TimeSpan Timeout, bool KeepGoing = false)
{
    /// <summary>Runs the cells and puts their outputs in the place of the old ones.</summary>
    /// <param name="notebook">Changed.</param>
    /// <param name="folder">The folder it belongs to: the cells' working directory, from which <c>#r</c> looks.</param>
    /// <param name="done">Told of each cell as it ends.</param>
    /// <param name="cancellation">Stops the cell that runs.</param>
    /// <returns>Whether every cell ran, which those that failed did if <see cref="KeepGoing"/>.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<bool> RunAsync(NotebookFile notebook, string folder, Action<CellRun> done, CancellationToken cancellation = default)
    {
        foreach (var (cell, _) in notebook.Code)
        {
            cell.ExecutionOrder = 0;
            cell.Outputs.Clear();
        }

        using var process = new CellProcess(folder);
        await process.RunAsync("", new CellOutputs(0), TimeSpan.FromMinutes(5), cancellation); // the start is no cell's time
        foreach (var (i, (cell, _)) in notebook.Code.Where(c => !string.IsNullOrWhiteSpace(c.Cell.Contents)).Index())
        {
            var watch = Stopwatch.StartNew();
            var outputs = new CellOutputs(i + 1);
            await process.RunAsync(cell.Contents, outputs, Timeout, cancellation);
            cell.ExecutionOrder = i + 1;
            cell.Outputs.AddRange(outputs.All());
            done(new(i + 1, watch.Elapsed.TotalSeconds, outputs.Failure));
            if (outputs.Failure is not null && (!KeepGoing || process.IsLost))
                return false;
        }

        return true;
    }
}
