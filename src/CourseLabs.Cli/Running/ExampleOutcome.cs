using CourseLabs.Examples;

namespace CourseLabs.Cli.Running;

/// <summary>How an example ended: with a result, or with an error in a sentence.</summary>
internal sealed record ExampleOutcome(Example Example, long Seed, double Seconds, ExampleResult? Result, string? Error, int Code)
{
    public IReadOnlyList<Figure> Figures => Result?.Figures ?? [];
}
