using CourseLabs.Plots.Drawing;
using SkiaSharp;

namespace CourseLabs.Plots.Graphs;

/// <summary>Where an edge passes a layer, with the texts of the edge if they stand there.</summary>
internal sealed class Bend(GraphEdge? edge, int digits, Lettering letters) : IShape
{
    private readonly WireTexts _texts = new(edge?.Label ?? "", edge?.Gradient, digits, letters);

    public double Width => _texts.Width;

    public double Up => Math.Max(2, _texts.Up);

    public double Down => Math.Max(2, _texts.Down);

    public static bool HasText(GraphEdge edge) => edge.Label.Length > 0 || edge.Gradient is not null;

    public void Draw(SKCanvas canvas, double left, double right, double y)
    {
        GraphPainter.Wire(canvas, left, right, y);
        _texts.Draw(canvas, (left + right) / 2, y);
    }
}
