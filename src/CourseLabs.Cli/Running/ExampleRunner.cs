using System.Diagnostics;
using CourseLabs.Cli.Output;
using CourseLabs.Examples;
using CourseLabs.Torch;

namespace CourseLabs.Cli.Running;

/// <summary>Runs one example: progress, time, files, figures on the screen. One that fails does not stop the next.</summary>
internal sealed class ExampleRunner(ResultFiles files, Screen screen, Terminal terminal, bool verbose)
{
    /// <returns>How it ended; null when it was interrupted.</returns>
    public ExampleOutcome? Run(Example example, ExampleRun run)
    {
        var start = Stopwatch.GetTimestamp();
        ExampleOutcome Outcome(ExampleResult? result, string? message, int code) =>
            new(example, run.Seed, Stopwatch.GetElapsedTime(start).TotalSeconds, result, message, code);

        try
        {
            terminal.Interrupt.ThrowIfCancellationRequested();
            using var threads = ThreadCount.Use(example.TorchThreads);
            var result = screen.WithProgress(
                example, show => example.Run(run with { Progress = new(show, terminal.Interrupt) }));
            var outcome = Outcome(result, null, result.Figures.Any(f => f.Match == false) ? ExitCode.FellShort : ExitCode.Ok);
            files.Write(outcome);
            screen.Show(outcome);
            return outcome;
        }
        catch (OperationCanceledException) when (terminal.Interrupt.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            Failure.Print(terminal.Error, exception, verbose, $"{example.Name}: ");
            var failed = Outcome(null, Failure.Sentence(exception), Failure.Code(exception));
            WriteFailure(failed);
            return failed;
        }
    }

    // Else the figures of an earlier run would stand for this one. Where it failed because nothing can be written, that has been told.
    private void WriteFailure(ExampleOutcome failed)
    {
        try
        {
            files.Write(failed);
        }
        catch (UserErrorException)
        {
        }
    }
}
