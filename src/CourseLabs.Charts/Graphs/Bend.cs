using CourseLabs.Charts.Svg;

namespace CourseLabs.Charts.Graphs;

/// <summary>Where an edge passes a layer, with the texts of the edge if they stand there.</summary>
internal sealed class Bend(GraphEdge? edge, int digits) : IShape
{
    private readonly WireTexts _texts = new(edge?.Label ?? "", edge?.Gradient, digits);

    public double Width => _texts.Width;

    public double Up => Math.Max(2, _texts.Up);

    public double Down => Math.Max(2, _texts.Down);

    public static bool HasText(GraphEdge edge) => edge.Label.Length > 0 || edge.Gradient is not null;

    public void Draw(SvgWriter svg, double left, double right, double y)
    {
        GraphPainter.Wire(svg, left, y, right, y);
        _texts.Draw(svg, (left + right) / 2, y);
    }
}
