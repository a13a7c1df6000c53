using CourseLabs.Examples;
using CourseLabs.Plots;

namespace CourseLabs.Cli.Tests;

/// <summary>An example that does what a test says.</summary>
internal sealed class FakeExample(string id, string name, Func<ExampleRun, ExampleResult> run)
    : Example(id, name, "01-neurons", $"Title of {name}", $"Description of {name}.")
{
    public override int TorchThreads => Threads;

    public int Threads { get; init; } = 1;

    public override ExampleResult Run(ExampleRun its) => run(its);

    /// <summary>One that shows the figures.</summary>
    public static FakeExample Of(string id, string name, params Figure[] figures) =>
        new(id, name, _ => new($"Title of {name}") { Figures = figures });
}

/// <summary>An example with options, which shows what it was given.</summary>
internal sealed class FakeWithOptions(string id, string name)
    : Example<FakeWithOptions.Settings>(id, name, "01-neurons", $"Title of {name}", $"Description of {name}.")
{
    public sealed record Settings(
        [Option("how many rounds", Min = 1, Max = 100, Quick = 2)] int Rounds = 10,
        [Option("whether to shuffle")] bool Shuffle = false);

    public override ExampleResult Run(Settings settings, ExampleRun run) => new("Rounds")
    {
        Figures =
        [
            Figure.Of("rounds", settings.Rounds),
            Figure.Of("shuffle", settings.Shuffle ? "on" : "off"),
            Figure.Of("seed", run.Seed),
            Figure.Of("data", run.DataFolder ?? "none named"),
        ],
    };
}

internal static class Fakes
{
    public static Figure Right { get; } = Figure.Of("area", 3.1415, expected: 3.14, tolerance: 0.005, source: "mathematics");

    public static Figure Wrong { get; } = Figure.Of("area", 4.0, expected: 3.14, tolerance: 0.005, source: "mathematics");

    public static FakeWithOptions WithOptions { get; } = new("A2", "rounds");

    public static FakeExample WithFiles { get; } = new("A3", "files", _ => new("Files")
    {
        Figures = [Right],
        Tables = [new("shapes", "Shapes", ["what", "shape"], [["W, the weights", "[784x100]"], ["share", "0.1"]])],
        Pictures = [new("line", new Plot("Line", "step", "value", logY: true).Line("line", [0.1f, 1 / 3f, float.NaN]))],
    });

    public static FakeExample WithProgress { get; } = new("A4", "progress", run =>
    {
        run.Progress.Report(0, 200, "epoch", 0.5);
        run.Progress.Report(100, 200, "epoch", 0.25);
        return new("Progress");
    });
}
