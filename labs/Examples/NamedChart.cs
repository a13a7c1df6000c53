using CourseLabs.Charts;

namespace CourseLabs.Labs.Examples;

/// <summary>A chart and the name of its files.</summary>
/// <param name="Name">A file's name without its ending, such as <c>loss</c>; no table of the same example has it.</param>
/// <param name="Chart">The chart.</param>
public sealed record NamedChart(string Name, Chart Chart);
