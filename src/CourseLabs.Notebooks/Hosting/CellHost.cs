using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Hosting;

/// <summary>
/// A process of its own for a notebook's cells: it holds none of the runner's assemblies, and a cell that ends it or never comes to
/// an end takes nothing else with it.
/// </summary>
public sealed class CellHost : IDisposable
{
    private readonly Process process;
    private readonly StreamWriter cells;
    private readonly HostEvents events;

    /// <summary>Starts the process, without waiting for it.</summary>
    /// <param name="folder">The notebook's folder, which is the cells' working directory.</param>
    public CellHost(string folder)
    {
        var toHost = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var fromHost = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var start = new ProcessStartInfo(Dotnet)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "CourseLabs.Notebooks.dll"), toHost.GetClientHandleAsString(), fromHost.GetClientHandleAsString() },
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        toHost.DisposeLocalCopyOfClientHandle();
        fromHost.DisposeLocalCopyOfClientHandle();
        process.StandardInput.Close(); // a cell that reads the console gets its end
        cells = new(toHost) { AutoFlush = true };
        events = new(process, fromHost);
    }

    /// <summary>Whether the process is gone, and the notebook's state with it.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Has the process do something, such as to run a cell.</summary>
    /// <param name="question">What.</param>
    /// <param name="report">Takes what happens, <see cref="Finished"/> last unless the process is lost.</param>
    /// <param name="timeout">After this time the process is killed, which is reported as <see cref="Failed"/>.</param>
    /// <param name="cancellation">Kills the process too.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task AskAsync(CodeQuestion question, Action<CellEvent> report, TimeSpan timeout, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            await cells.WriteLineAsync(JsonSerializer.Serialize(question, EventJson.Default.CodeQuestion));
            await foreach (CellEvent happened in events.ReadAllAsync(limit.Token))
            {
                report(happened);
                if (happened is Finished)
                    return;
            }

            cancellation.ThrowIfCancellationRequested(); // Ctrl-C reaches both processes
            Lose(report, Ended());
        }
        catch (IOException) // the process ended before it read the cell
        {
            Lose(report, Ended());
        }
        catch (OperationCanceledException)
        {
            Kill();
            cancellation.ThrowIfCancellationRequested();
            string seconds = timeout.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Lose(report, new("Timeout", $"The cell did not end within {seconds} s and was stopped.", null, []));
        }
    }

    /// <summary>Takes what happens between two questions, as threads do that cells have started; ends when the process does.</summary>
    /// <param name="report">Takes it.</param>
    /// <param name="cancellation">Ends the listening, and nothing else.</param>
    public async Task ListenAsync(Action<CellEvent> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            await foreach (CellEvent happened in events.ReadAllAsync(cancellation))
                report(happened);
            Lose(report, Ended());
        }
        catch (OperationCanceledException)
        {
            // There is a question.
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        Kill();
        cells.Dispose();
        events.Dispose();
        process.Dispose();
    }

    /// <summary>The program that runs this one.</summary>
    internal static string Dotnet =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet");

    private void Lose(Action<CellEvent> report, Failed failure)
    {
        IsLost = true;
        while (events.TryRead(out CellEvent? late))
            report(late);
        report(failure);
    }

    private Failed Ended()
    {
        if (!process.WaitForExit(HostEvents.Grace))
            Kill();
        return new("ProcessEnded", $"The cell ended the process (exit code {process.ExitCode}), and what the cells had made is gone.", null, []);
    }

    private void Kill()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        events.Stop();
        process.WaitForExit();
    }
}
