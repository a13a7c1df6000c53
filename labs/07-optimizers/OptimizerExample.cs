using System.Globalization;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;

namespace CourseLabs.Labs;

/// <summary>What the examples of lab 07 have in common (COURSE E9).</summary>
public abstract class OptimizerExample : OldExample
{
    /// <summary>How far a hand-written optimizer may be from torch.optim's at any step.</summary>
    protected const double Tolerance = 1e-12;

    /// <summary>One learning rate for all seven.</summary>
    public static ExampleOption<double> LearningRate { get; } =
        ExampleOption.Number("lr", 0, "one learning rate for all; 0 gives each optimizer the one that suits it", min: 0);

    /// <inheritdoc/>
    public override string Id => "E9";

    /// <inheritdoc/>
    public override string Lab => "07-optimizers";

    /// <summary>What the user gave, or the optimizer's own.</summary>
    protected static double Rate(ExampleContext context, Contestant contestant, string race)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(contestant);
        return context.Get(LearningRate) is > 0 and double rate ? rate : contestant.Rates[race];
    }

    /// <summary>Hand-written against torch.optim's.</summary>
    protected static Figure Apart(string name, double apart) =>
        new(name, 0, apart, Tolerance, "torch.optim (TorchSharp, float64): the largest difference at any step");

    /// <summary>A number as a table shows it.</summary>
    protected static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
