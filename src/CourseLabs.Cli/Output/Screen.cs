using System.Globalization;
using CourseLabs.Cli.Running;
using CourseLabs.Examples;
using CourseLabs.Plots;
using Spectre.Console;
using Table = CourseLabs.Examples.Table;

namespace CourseLabs.Cli.Output;

/// <summary>
/// What a person sees of a run: a progress bar (plain lines when nobody watches), each example's figures and tables, the last table.
/// </summary>
internal sealed class Screen : IDisposable
{
    private const int WidthOfAPipe = 140;
    private readonly TextWriter writer;
    private readonly bool isTerminal;
    private readonly IAnsiConsole console;

    public Screen(TextWriter writer, bool isTerminal)
    {
        (this.writer, this.isTerminal) = (writer, isTerminal);
        console = AnsiConsole.Create(new()
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
            console.Profile.Width = WidthOfAPipe;
    }

    public void Dispose() => writer.Flush();

    public T WithProgress<T>(Example example, Func<Action<ProgressStep>, T> work)
    {
        if (!isTerminal)
            writer.WriteLine($"{example.Id} {example.Name}: {example.Title}");
        return WithProgress($"{example.Id} {example.Name}", work);
    }

    public T WithProgress<T>(string name, Func<Action<ProgressStep>, T> work) => isTerminal
        ? ProgressBar.Run(console, name, work)
        : work(step => writer.WriteLine($"  {step.Unit} {step.Done}{Loss(step, "G7")}"));

    public void Show(ExampleOutcome outcome)
    {
        if (outcome.Result is not { } result)
            return;
        console.WriteLine();
        var threads = outcome.Example.TorchThreads > 1 ? $" (torch on {outcome.Example.TorchThreads} threads)" : "";
        console.Write(Tables.Figures($"{outcome.Example.Id} {result.Title}{threads}", result.Figures));
        foreach (var table in result.Tables)
            Show(table);
    }

    public void Show(Table table)
    {
        console.Write(Tables.Plain(table));
        if (table.IsLong)
            writer.WriteLine($"... {table.Rows.Count} rows in all, in {table.Name}.csv");
    }

    public void Summary(IReadOnlyList<ExampleOutcome> outcomes, string folder)
    {
        if (outcomes.Count == 0)
            return;
        console.WriteLine();
        console.Write(Tables.Summary(outcomes));
        writer.WriteLine($"Figures and charts are in {folder}");
        if (!Fonts.Available)
            writer.WriteLine($"But {Fonts.Missing}: {Fonts.Cure}");
    }

    internal static string Loss(ProgressStep step, string format) =>
        step.Loss is { } loss ? $"  loss {loss.ToString(format, CultureInfo.InvariantCulture)}" : "";
}
