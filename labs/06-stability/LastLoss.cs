using CourseLabs.Examples;

namespace CourseLabs.Labs;

/// <summary>How a training ended.</summary>
internal static class LastLoss
{
    /// <summary>The last loss, in words where the losses do not stay finite.</summary>
    public static string Of(float[] losses)
    {
        int explosion = Array.FindIndex(losses, loss => !float.IsFinite(loss));
        return explosion < 0 ? NumberText.Of(losses[^1]) : $"infinite or no number from step {explosion} on";
    }
}
