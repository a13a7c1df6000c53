using System.Diagnostics;
using CourseLabs.Cli.Output;
using CourseLabs.Labs.Examples;
using CourseLabs.Torch;

namespace CourseLabs.Cli.Running;

/// <summary>Runs one example: progress, time, files, figures on the screen. One that fails does not stop the next.</summary>
internal sealed class ExampleRunner(ResultFiles files, Screen screen, TextWriter error, bool verbose)
{
    /// <returns>How it ended; null when it was interrupted.</returns>
    public ExampleOutcome? Run(Example example, ExampleContext context)
    {
        long start = Stopwatch.GetTimestamp();
        ExampleOutcome Outcome(ExampleResult? result, string? message, int code) =>
            new(example, context.Seed, Stopwatch.GetElapsedTime(start).TotalSeconds, result, message, code);

        try
        {
            context.Cancellation.ThrowIfCancellationRequested();
            ExampleResult result = screen.WithProgress(example, report =>
            {
                context.Progress = report;
                using IDisposable threads = ThreadCount.Use(example.TorchThreads);
                return example.Run(context);
            });
            ExampleOutcome outcome = Outcome(result, null, result.Figures.Any(f => f.Match == false) ? ExitCode.FellShort : ExitCode.Ok);
            files.Write(outcome);
            screen.Show(outcome);
            return outcome;
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            Failure.Print(error, exception, verbose, $"{example.Name}: ");
            return Outcome(null, Failure.Sentence(exception), Failure.Code(exception));
        }
    }
}
