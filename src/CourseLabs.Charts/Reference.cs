namespace CourseLabs.Charts;

/// <summary>A line across the whole plot at one number of an axis.</summary>
internal sealed record Reference(bool Vertical, double At, string Label);
