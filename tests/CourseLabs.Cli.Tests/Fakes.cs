using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;

namespace CourseLabs.Cli.Tests;

/// <summary>An example that does what a test says.</summary>
internal sealed class FakeExample(string id, string name, Func<ExampleContext, ExampleResult> run) : OldExample
{
    public override string Id => id;

    public override string Name => name;

    public override string Lab => "01-neurons";

    public override string Title => $"Title of {name}";

    public override string Description => $"Description of {name}.";

    public override IReadOnlyList<ExampleOption> Options { get; } = [];

    public override int TorchThreads => Threads;

    public int Threads { get; init; } = 1;

    public FakeExample(string id, string name, IReadOnlyList<ExampleOption> options, Func<ExampleContext, ExampleResult> run)
        : this(id, name, run) => Options = options;

    public override ExampleResult Run(ExampleContext context) => run(context);

    /// <summary>One that shows the figures.</summary>
    public static FakeExample Of(string id, string name, params Figure[] figures) =>
        new(id, name, _ => new($"Title of {name}") { Figures = figures });
}

internal static class Fakes
{
    public static ExampleOption<int> Rounds { get; } = ExampleOption.WholeNumber("rounds", 10, "how many rounds", min: 1, max: 100, quick: 2);

    public static ExampleOption<bool> Shuffle { get; } = ExampleOption.Flag("shuffle", "whether to shuffle");

    public static Figure Right { get; } = new("area", 3.14, 3.1415, 0.005, "mathematics");

    public static Figure Wrong { get; } = new("area", 3.14, 4.0, 0.005, "mathematics");

    public static FakeExample WithOptions { get; } = new("A2", "rounds", [Rounds, Shuffle], context => new("Rounds")
    {
        Figures =
        [
            Figure.Plain("rounds", context.Get(Rounds)),
            Figure.Plain("shuffle", context.Get(Shuffle) ? "on" : "off"),
            Figure.Plain("seed", context.Seed),
            Figure.Plain("data", context.DataFolder ?? "none named"),
        ],
    });

    public static FakeExample WithFiles { get; } = new("A3", "files", _ => new("Files")
    {
        Figures = [Right],
        Tables = [new("shapes", "Shapes", ["what", "shape"], [["W, the weights", "[784x100]"], ["share", "0.1"]])],
        Pictures = [new("line", new Plot("Line", "step", "value", logY: true).Line("line", [0.1f, 1 / 3f, float.NaN]))],
    });

    public static FakeExample WithProgress { get; } = new("A4", "progress", context =>
    {
        context.Progress?.Invoke(new(0, 200, "epoch", 0.5));
        context.Progress?.Invoke(new(100, 200, "epoch", 0.25));
        return new("Progress");
    });
}
