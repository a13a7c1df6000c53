using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Connection;

namespace CourseLabs.Notebooks;

/// <summary>
/// A process of its own for a notebook's cells (Program.cs): it holds none of the labs' assemblies, and a cell that ends it, or never
/// comes to an end, takes nothing else with it.
/// </summary>
internal sealed class CellProcess : IDisposable
{
    /// <summary>
    /// Stands before each event, and alone in a line at the end of a command's: what native code prints beside them is told by it, also
    /// an empty line, JSON, and a text without a line's end.
    /// </summary>
    public const char Mark = '\u001e'; // RFC 7464; in JSON it is escaped

    private const int MostErrors = 20; // lines; a stack that overflows has thousands

    /// <summary>The encoding between the two processes.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = []; // what native code writes, and the runtime when it gives up

    /// <summary>Starts the process in the notebook's folder, without waiting for it.</summary>
    public CellProcess(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "CourseLabs.Notebooks.dll");
        process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Not the console's, which is CP949 on a Korean Windows.
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        })!;
        process.ErrorDataReceived += (_, e) => errors.Enqueue(e.Data is { } line ? line + "\n" : "");
        process.BeginErrorReadLine();
    }

    /// <summary>Whether the process is gone, and what the cells had made with it.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Runs a cell. After the timeout the process is killed, and the cell has failed.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(string code, CellOutputs outputs, TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        string? lost;
        try
        {
            lost = await RunAsync(code, outputs, limit.Token);
        }
        catch (OperationCanceledException)
        {
            lost = $"The cell did not end within {timeout.TotalSeconds} s and was stopped";
        }
        catch (Exception exception) when (exception is IOException or JsonException) // a thread of an earlier cell has ended it
        {
            lost = "The process of the cells has ended";
        }

        cancellation.ThrowIfCancellationRequested(); // Ctrl-C reaches both processes
        string[] written = [.. errors.Take(MostErrors)];
        errors.Clear();
        outputs.Print("stderr", string.Concat(written));
        if (lost is null)
            return;
        IsLost = true;
        outputs.Fail($"{lost}, and what the cells had made is gone. {written.FirstOrDefault()}".TrimEnd());
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    // Returns why the process is of no further use; null where it is.
    private async Task<string?> RunAsync(string code, CellOutputs outputs, CancellationToken limit)
    {
        await process.StandardInput.WriteLineAsync(KernelCommandEnvelope.Serialize(new SubmitCode(code)));
        await process.StandardInput.FlushAsync(limit);
        while (await process.StandardOutput.ReadLineAsync(limit) is { } line)
        {
            limit.ThrowIfCancellationRequested(); // a cell that never stops printing leaves the reader no pause to notice
            var parts = line.Split(Mark, 2);
            outputs.Print("stdout", parts.Length == 1 ? line + "\n" : parts[0]); // native code's
            if (parts is [_, ""])
                return null;
            if (outputs.IsFull)
                return FormattableString.Invariant($"The cell printed more than {CellOutputs.Longest:N0} characters and was stopped");
            if (parts is [_, var happened])
                outputs.Add(KernelEventEnvelope.Deserialize(happened).Event);
        }

        await process.WaitForExitAsync(limit); // and for the last that it wrote
        return $"The cell ended the process (exit code {process.ExitCode})";
    }
}
