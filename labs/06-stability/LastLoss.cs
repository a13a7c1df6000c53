using CourseLabs.Examples;

namespace CourseLabs.Labs;

internal static class LastLoss
{
    // The last loss, in words where the losses do not stay finite.
    public static string Of(float[] losses)
    {
        var explosion = Array.FindIndex(losses, loss => !float.IsFinite(loss));
        return explosion < 0 ? NumberText.Of(losses[^1]) : $"infinite or no number from step {explosion} on";
    }
}
