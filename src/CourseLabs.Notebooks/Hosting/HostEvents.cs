using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipes;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Hosting;

/// <summary>What a host's process reports, and what it prints past the session, in the order of arrival.</summary>
internal sealed class HostEvents : IDisposable
{
    /// <summary>How long the last events of a process that has ended may take to arrive.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    // What may wait to be taken before the cell has to, and the longest text that printed lines are joined to.
    private const int MostWaiting = 10_000, LongestText = 1 << 16;

    private readonly Process process;
    private readonly AnonymousPipeServerStream pipe;
    private readonly Channel<CellEvent> arrived = Channel.CreateBounded<CellEvent>(MostWaiting);

    /// <summary>Begins to read.</summary>
    /// <param name="process">The host, with its output redirected.</param>
    /// <param name="pipe">Where its events come from; taken over.</param>
    public HostEvents(Process process, AnonymousPipeServerStream pipe)
    {
        (this.process, this.pipe) = (process, pipe);
        _ = Task.Run(ReadAsync);
        // What native code prints, and the runtime when it gives up.
        process.OutputDataReceived += (_, e) => Printed("stdout", e.Data);
        process.ErrorDataReceived += (_, e) => Printed("stderr", e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The next event that is there already.</summary>
    public bool TryRead([NotNullWhen(true)] out CellEvent? happened) => arrived.Reader.TryRead(out happened);

    /// <summary>The events until the process has ended, with lines joined that were printed faster than they are taken.</summary>
    public async IAsyncEnumerable<CellEvent> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (CellEvent happened in arrived.Reader.ReadAllAsync(cancellation))
        {
            yield return happened is Printed printed && IsNext(printed.Stream) ? Joined(printed) : happened;
            cancellation.ThrowIfCancellationRequested(); // a cell that never stops printing leaves the reader no pause to notice
        }
    }

    /// <summary>Takes nothing further: what waits to be added would hold up the end of the process.</summary>
    public void Stop() => arrived.Writer.TryComplete();

    /// <summary>Closes the pipe.</summary>
    public void Dispose() => pipe.Dispose();

    private Printed Joined(Printed first)
    {
        var joined = new StringBuilder(first.Text);
        while (joined.Length < LongestText && IsNext(first.Stream) && arrived.Reader.TryRead(out CellEvent? next))
            joined.Append(((Printed)next).Text);
        return first with { Text = joined.ToString() };
    }

    private bool IsNext(string stream) => arrived.Reader.TryPeek(out CellEvent? next) && next is Printed printed && printed.Stream == stream;

    private void Printed(string stream, string? line)
    {
        if (line is not null)
            Add(new Printed(stream, line + "\n"));
    }

    private void Add(CellEvent happened)
    {
        while (!arrived.Writer.TryWrite(happened))
        {
            if (!arrived.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult())
                return; // nobody listens any more
        }
    }

    // Until the host's end of the pipe closes; a process that a cell started may hold it open longer than the host lives.
    private async Task ReadAsync()
    {
        using var reader = new StreamReader(pipe, leaveOpen: true);
        Task lines = Task.Run(() =>
        {
            try
            {
                while (reader.ReadLine() is { } line)
                    Add(JsonSerializer.Deserialize(line, EventJson.Default.CellEvent)!);
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
