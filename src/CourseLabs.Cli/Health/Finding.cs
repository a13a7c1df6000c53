namespace CourseLabs.Cli.Health;

/// <summary>What the doctor found in one place.</summary>
/// <param name="What">The place: torch, threads, ...</param>
/// <param name="Found">What is there.</param>
/// <param name="Cure">What to do about it; null where all is well.</param>
internal sealed record Finding(string What, string Found, string? Cure = null)
{
    /// <summary>What to do where a file of the program is missing or damaged.</summary>
    public const string BuildAnew = "delete the folder artifacts, then start this again, which builds anew";

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsWell => Cure is null;
}
