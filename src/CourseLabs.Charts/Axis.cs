namespace CourseLabs.Charts;

/// <summary>How an axis maps numbers to positions.</summary>
public enum AxisScale
{
    /// <summary>Equal distances are equal differences.</summary>
    Linear,

    /// <summary>Equal distances are equal ratios (base 10). Only positive numbers have a place.</summary>
    Log,
}

/// <summary>One axis of a <see cref="Chart"/>: its label and its scale. The range and the ticks follow from the data.</summary>
public sealed record Axis
{
    private Axis(string label, AxisScale scale)
    {
        ArgumentNullException.ThrowIfNull(label);
        Label = label;
        Scale = scale;
    }

    /// <summary>What is measured along the axis, with its unit, for example <c>epoch</c> or <c>time (s)</c>; may be empty.</summary>
    public string Label { get; }

    /// <summary>The scale of the axis.</summary>
    public AxisScale Scale { get; }

    /// <summary>Whether a number has a place on the axis.</summary>
    internal bool Has(double value) => double.IsFinite(value) && (Scale == AxisScale.Linear || value > 0);

    /// <summary>A linear axis.</summary>
    /// <param name="label">What is measured, with its unit; may be empty.</param>
    public static Axis Linear(string label = "") => new(label, AxisScale.Linear);

    /// <summary>A logarithmic axis. Points that are not positive are not drawn, and a note in the chart counts them.</summary>
    /// <param name="label">What is measured, with its unit; may be empty.</param>
    public static Axis Log(string label = "") => new(label, AxisScale.Log);
}
