using System.Globalization;

namespace CourseLabs.Labs.Stability;

/// <summary>Numbers as tables and words have them.</summary>
internal static class NumberText
{
    /// <summary>The shortest text that reads back as the same float32.</summary>
    public static string Of(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same float64.</summary>
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The last loss, in words where the losses do not stay finite.</summary>
    public static string Last(float[] losses)
    {
        int explosion = Array.FindIndex(losses, loss => !float.IsFinite(loss));
        return explosion < 0 ? Of(losses[^1]) : $"infinite or no number from step {explosion} on";
    }
}
