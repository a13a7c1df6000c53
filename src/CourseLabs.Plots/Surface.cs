namespace CourseLabs.Plots;

/// <summary>A grid under the points of a plot: contour lines at some levels, or the two areas that one level divides.</summary>
internal sealed record Surface(string Name, Grid Grid, IReadOnlyList<double> Levels, bool Divides);
