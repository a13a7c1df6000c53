namespace CourseLabs.Examples;

/// <summary>
/// Makes an option of a parameter of an example's settings: <c>[Option("the learning rate of SGD", Name = "lr", Min = 0)] double
/// LearningRate = 0.001</c>.
/// Its kind is the parameter's type (int, double, bool for a switch, an enum for a choice, string), its default the parameter's.
/// </summary>
/// <param name="help">What it sets, in one line.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OptionAttribute(string help) : Attribute
{
    /// <summary>What it sets, in one line.</summary>
    public string Help { get; } = help;

    /// <summary>The name without its dashes; from the parameter's (<c>LargestWeight</c> is <c>largest-weight</c>) when null.</summary>
    public string? Name { get; init; }

    /// <summary>The least number allowed.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number allowed.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>The value under <c>--quick</c>; the default when NaN.</summary>
    public double Quick { get; init; } = double.NaN;

    /// <summary>The regular expression that the whole of a text has to match.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>What a text is, in words: "widths such as 100 or 100,50".</summary>
    public string Takes { get; init; } = "a text";
}
