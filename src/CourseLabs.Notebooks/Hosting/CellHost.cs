using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using System.Threading.Channels;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Hosting;

/// <summary>
/// A process of its own for a notebook's cells: it holds none of the runner's assemblies, and a cell that ends it or never comes to
/// an end takes nothing else with it.
/// </summary>
public sealed class CellHost : IDisposable
{
    // How long the last events of a process that has ended may take to arrive.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly Process process;
    private readonly StreamWriter cells;
    private readonly AnonymousPipeServerStream events;
    private readonly Channel<CellEvent> arrived = Channel.CreateUnbounded<CellEvent>();

    /// <summary>Starts the process, without waiting for it.</summary>
    /// <param name="folder">The notebook's folder, which is the cells' working directory.</param>
    public CellHost(string folder)
    {
        var toHost = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        events = new(PipeDirection.In, HandleInheritability.Inheritable);
        var start = new ProcessStartInfo(Dotnet)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "CourseLabs.Notebooks.dll"), toHost.GetClientHandleAsString(), events.GetClientHandleAsString() },
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        toHost.DisposeLocalCopyOfClientHandle();
        events.DisposeLocalCopyOfClientHandle();
        process.StandardInput.Close(); // a cell that reads the console gets its end
        cells = new(toHost) { AutoFlush = true };
        _ = Task.Run(Read);
        // What native code prints, and the runtime when it gives up.
        process.OutputDataReceived += (_, e) => Printed("stdout", e.Data);
        process.ErrorDataReceived += (_, e) => Printed("stderr", e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Whether the process is gone, and the notebook's state with it.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Runs a cell.</summary>
    /// <param name="code">Its source.</param>
    /// <param name="report">Takes what happens in it, <see cref="Finished"/> last unless the process is lost.</param>
    /// <param name="timeout">After this time the process is killed, which is reported as <see cref="Failed"/>.</param>
    /// <param name="cancellation">Kills the process too.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(string code, Action<CellEvent> report, TimeSpan timeout, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            await cells.WriteLineAsync(JsonSerializer.Serialize(code, EventJson.Default.String));
            await foreach (CellEvent happened in arrived.Reader.ReadAllAsync(limit.Token))
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

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        Kill();
        cells.Dispose();
        events.Dispose();
        process.Dispose();
    }

    private static string Dotnet =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet");

    private void Lose(Action<CellEvent> report, Failed failure)
    {
        IsLost = true;
        while (arrived.Reader.TryRead(out CellEvent? late))
            report(late);
        report(failure);
    }

    private Failed Ended()
    {
        if (!process.WaitForExit(Grace))
            Kill();
        return new("ProcessEnded", $"The cell ended the process (exit code {process.ExitCode}), and what the cells had made is gone.", null, []);
    }

    private void Kill()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    private void Printed(string stream, string? line)
    {
        if (line is not null)
            arrived.Writer.TryWrite(new Printed(stream, line + "\n"));
    }

    // Until the host's end of the pipe closes; a process that a cell started may hold it open longer than the host lives.
    private async Task Read()
    {
        using var reader = new StreamReader(events, leaveOpen: true);
        Task lines = Task.Run(() =>
        {
            try
            {
                while (reader.ReadLine() is { } line)
                    arrived.Writer.TryWrite(JsonSerializer.Deserialize(line, EventJson.Default.CellEvent)!);
            }
            catch (Exception exception) when (exception is JsonException or IOException or ObjectDisposedException)
            {
                // The process was stopped in the middle of a line.
            }
        });
        await process.WaitForExitAsync();
        await Task.WhenAny(lines, Task.Delay(Grace));
        arrived.Writer.TryComplete();
    }
}
