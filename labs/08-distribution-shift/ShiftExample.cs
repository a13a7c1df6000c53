using CourseLabs.Labs.Old;

namespace CourseLabs.Labs;

/// <summary>What the examples of lab 08 have in common (COURSE D6).</summary>
public abstract class ShiftExample : OldExample
{
    /// <summary>How often each fit sees its data.</summary>
    public static ExampleOption<int> Epochs { get; } = ExampleOption.WholeNumber(
        "epochs", Trainer.ToTheMinimum, "how often each model sees its data", min: 1, max: 1_000_000, quick: 100);

    /// <inheritdoc/>
    public override string Id => "D6";

    /// <inheritdoc/>
    public override string Lab => "08-distribution-shift";
}
