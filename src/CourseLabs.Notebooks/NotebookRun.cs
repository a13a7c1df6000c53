using CourseLabs.Notebooks.Format;
using CourseLabs.Notebooks.Hosting;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks;

/// <summary>How one cell went.</summary>
/// <param name="Number">The how-manieth code cell it is, which is its execution count.</param>
/// <param name="Cell">The cell, with its new outputs.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Failure">What went wrong; null when all went well.</param>
public sealed record CellRun(int Number, Cell Cell, double Seconds, Failed? Failure);

/// <summary>Runs a notebook's cells in order, each over what those before it made.</summary>
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
    public async Task<bool> RunAsync(Notebook notebook, string folder, Action<CellRun> done, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(done);
        foreach (Cell cell in notebook.Cells.Where(c => c.IsCode))
            cell.SetOutputs(null, []);
        using var host = new CellHost(folder);
        int number = 0;
        foreach (Cell cell in notebook.CodeCells)
        {
            var outputs = new CellOutputs(++number);
            var watch = System.Diagnostics.Stopwatch.StartNew(); // the first one's time includes the start of the process
            await host.AskAsync(new RunCode(cell.Source), outputs.Add, Timeout, cancellation);
            cell.SetOutputs(number, outputs.ToJson());
            done(new(number, cell, watch.Elapsed.TotalSeconds, outputs.Failure));
            if (outputs.Failure is not null && (!KeepGoing || host.IsLost))
                return false;
        }

        return true;
    }
}
