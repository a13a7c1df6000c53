using CourseLabs.Examples;

namespace CourseLabs.Cli.Running;

/// <summary>How an example ended: with a result, or with an error in a sentence.</summary>
/// <param name="Example">The example.</param>
/// <param name="Seed">Of every random draw.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Result">What came out; null with an error.</param>
/// <param name="Error">What went wrong; null with a result.</param>
/// <param name="Code">The exit code that it asks for.</param>
public sealed record ExampleOutcome(Example Example, long Seed, double Seconds, ExampleResult? Result, string? Error, int Code)
{
    /// <summary>The result's figures, if there is one.</summary>
    public IReadOnlyList<Figure> Figures => Result?.Figures ?? [];
}
