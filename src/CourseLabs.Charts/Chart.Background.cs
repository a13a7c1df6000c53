using CourseLabs.Charts.Surfaces;

namespace CourseLabs.Charts;

// What stands behind the data: lines of reference, contours, the areas of a decision.
public sealed partial record Chart
{
    internal IReadOnlyList<Surface> Surfaces { get; private init; } = [];

    internal IReadOnlyList<Reference> References { get; private init; } = [];

    /// <summary>Adds a dashed line from top to bottom: the epoch of the best model, a threshold.</summary>
    /// <param name="x">Where, finite; positive on a log axis.</param>
    /// <param name="label">Stands beside the line; may be empty.</param>
    /// <returns>The chart with the line.</returns>
    /// <exception cref="ArgumentException">The axis has no such place.</exception>
    public Chart VerticalLine(double x, string label = "") => With(new Reference(true, x, label));

    /// <summary>Adds a dashed line from left to right: a target, a bound.</summary>
    /// <param name="y">Where, finite; positive on a log axis.</param>
    /// <param name="label">Stands above the line; may be empty.</param>
    /// <returns>The chart with the line.</returns>
    /// <exception cref="ArgumentException">The axis has no such place.</exception>
    public Chart HorizontalLine(double y, string label = "") => With(new Reference(false, y, label));

    /// <summary>
    /// Shades the two areas of a decision and draws the boundary between them: where the grid is at least the threshold the area
    /// has the colour of the second series, elsewhere that of the first. So add the points of class 0 first.
    /// </summary>
    /// <param name="name">What is decided, for the CSV and for screen readers: <c>decision boundary</c>.</param>
    /// <param name="grid">The score of class 1; positive coordinates on a log axis.</param>
    /// <param name="threshold">The score at which the decision changes, 0.5 for a probability.</param>
    /// <returns>The chart with the areas under its data.</returns>
    /// <exception cref="ArgumentException">The grid has points that a log axis has no place for.</exception>
    public Chart Regions(string name, Grid grid, double threshold) => With(new Surface(name, grid, [threshold], Divides: true));

    /// <summary>Draws the lines along which a grid has the same value, and shades the chart darker the higher they lie.</summary>
    /// <param name="name">What the surface is, for the CSV and for screen readers: <c>loss</c>.</param>
    /// <param name="grid">The surface; positive coordinates on a log axis.</param>
    /// <param name="levels">The values; when none is given, nine that part the grid into ten equal areas.</param>
    /// <returns>The chart with the contours under its data.</returns>
    /// <exception cref="ArgumentException">The grid has points that a log axis has no place for, or a level is not finite.</exception>
    public Chart Contours(string name, Grid grid, params double[] levels)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(levels);
        return With(new Surface(name, grid, levels.Length == 0 ? grid.Levels(10) : [.. levels.Order()], Divides: false));
    }

    private Chart With(Surface surface)
    {
        ArgumentNullException.ThrowIfNull(surface.Name);
        ArgumentNullException.ThrowIfNull(surface.Grid);
        if (!surface.Levels.All(double.IsFinite))
            throw new ArgumentException($"The levels of \"{surface.Name}\" must be finite numbers.");
        if (!X.Has(surface.Grid.Xs[0]) || !Y.Has(surface.Grid.Ys[0]))
            throw new ArgumentException($"The grid \"{surface.Name}\" has coordinates that are not positive, and its axis is logarithmic.");
        return this with { Surfaces = [.. Surfaces, surface] };
    }

    private Chart With(Reference line)
    {
        ArgumentNullException.ThrowIfNull(line.Label);
        if (!(line.Vertical ? X : Y).Has(line.At))
            throw new ArgumentException($"A line cannot stand at {Csv.Number(line.At)}: the axis has no such place.");
        return this with { References = [.. References, line] };
    }
}
