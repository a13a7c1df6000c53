using CourseLabs.Examples;
using Spectre.Console;

namespace CourseLabs.Cli.Output;

/// <summary>A bar with the loss; the screen is drawn by its own timer, so that a report costs next to nothing.</summary>
internal static class ProgressBar
{
    public static T Run<T>(IAnsiConsole console, string name, Func<Action<ProgressStep>, T> work) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var task = progress.AddTask(Markup.Escape(name), autoStart: true);
                task.IsIndeterminate = true;
                var result = work(step =>
                {
                    task.IsIndeterminate = false;
                    task.MaxValue = step.Total;
                    task.Value = step.Done + 1;
                    task.Description = Markup.Escape($"{name}  {step.Unit} {step.Done}{Screen.Loss(step, "G6")}");
                });
                task.IsIndeterminate = false;
                task.Value = task.MaxValue;
                return result;
            });
}
