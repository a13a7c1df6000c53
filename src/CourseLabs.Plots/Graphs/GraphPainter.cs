using CourseLabs.Plots.Drawing;
using SkiaSharp;

namespace CourseLabs.Plots.Graphs;

/// <summary>Draws a graph.</summary>
internal static class GraphPainter
{
    private const float LeastWidth = 420, WidestTitle = 640, Arrow = 9, LegendGap = 24;

    public static Sheet Of(GraphDiagram graph)
    {
        var letters = new Lettering(Fonts.For(
            [graph.Title, .. graph.Nodes.SelectMany(n => new[] { n.Id, n.Label, n.Operation }), .. graph.Edges.Select(e => e.Label)]));
        var layers = Crossings.Reduce(Layers.Of(graph, letters));
        Heights.Assign(layers);
        var lefts = Lefts(layers);
        var widths = layers.Select(layer => layer.Max(slot => slot.Shape.Width)).ToList();
        var legend = Legend(graph);
        var legendWidth = legend.Sum(entry => letters.Width(entry.Text, Style.TextSize) + LegendGap) - LegendGap;
        var heading = new Lettering(Fonts.For([graph.Title]), bold: true);
        var titleWidth = Math.Min(heading.Width(graph.Title, Style.TitleSize), WidestTitle);
        var content = Math.Max(Math.Max(lefts[^1] + widths[^1], legendWidth), titleWidth);
        var width = (float)Math.Max(LeastWidth, content + (2 * Style.Padding));
        var title = heading.Wrap(graph.Title, width - (2 * Style.Padding), Style.TitleSize);
        var top = Style.Padding + Lettering.Height(title, Style.TitleSize) + 6;
        var bottom = top + layers.SelectMany(layer => layer).Max(slot => slot.Y + slot.Shape.Down);
        var height = (float)bottom + Style.Padding + (legend.Count == 0 ? 0 : Style.TextSize * 2);
        return new Sheet(width, height, canvas =>
        {
            heading.Draw(canvas, title, width / 2, Style.Padding + Style.TitleSize, Style.TitleSize, Style.Ink);
            var indent = (width - lefts[^1] - widths[^1]) / 2;
            foreach (var (layer, i) in layers.Select((layer, i) => (layer, i)))
            {
                var (left, right) = (indent + lefts[i], indent + lefts[i] + widths[i]);
                foreach (var slot in layer)
                    foreach (var next in slot.After)
                        Join(canvas, slot, next, (left, right), indent + lefts[i + 1], top);
                foreach (var slot in layer)
                    slot.Shape.Draw(canvas, left, right, slot.Y + top);
            }

            var x = (width - legendWidth) / 2;
            foreach (var (text, color) in legend)
            {
                letters.Draw(canvas, text, x, height - Style.Padding, Style.TextSize, color, SKTextAlign.Left);
                x += letters.Width(text, Style.TextSize) + LegendGap;
            }
        });
    }

    public static SKPaint Pen(ScottPlot.Color color) =>
        new() { Style = SKPaintStyle.Stroke, StrokeWidth = 1.5f, Color = color.ToSKColor(), IsAntialias = true };

    public static void Wire(SKCanvas canvas, double from, double to, double y)
    {
        using var pen = Pen(Style.Frame);
        if (to > from)
            canvas.DrawLine((float)from, (float)y, (float)to, (float)y, pen);
    }

    // Steep wires need more room between their layers.
    private static List<double> Lefts(IReadOnlyList<IReadOnlyList<Slot>> layers)
    {
        var lefts = new List<double> { 0 };
        foreach (var layer in layers.SkipLast(1))
        {
            var steepest = layer.SelectMany(from => from.After, (from, to) => Math.Abs(from.Y - to.Y)).DefaultIfEmpty().Max();
            lefts.Add(lefts[^1] + layer.Max(slot => slot.Shape.Width) + Math.Clamp(steepest * 0.4, 34, 120));
        }

        return lefts;
    }

    // Straight within the layers, where it has its slot to itself, and curved between them, where nothing else stands.
    private static void Join(SKCanvas canvas, Slot from, Slot to, (double Left, double Right) layer, double next, double top)
    {
        var start = (float)(layer.Left + ((from.Shape as NodeShape)?.Exit ?? layer.Right - layer.Left));
        var (right, y1, y2) = ((float)layer.Right, (float)(from.Y + top), (float)(to.Y + top));
        var end = (float)(next + ((to.Shape as NodeShape)?.Entry ?? 0));
        var reach = to.IsBend ? (float)next : (float)next - Arrow;
        var middle = (right + reach) / 2;
        using var wire = new SKPath();
        wire.MoveTo(start, y1);
        wire.LineTo(right, y1);
        wire.CubicTo(middle, y1, middle, y2, reach, y2);
        wire.LineTo(to.IsBend ? end : end - 2, y2);
        using var pen = Pen(Style.Frame);
        canvas.DrawPath(wire, pen);
        if (to.IsBend)
            return;
        using var head = new SKPath();
        head.AddPoly([new(end - Arrow, y2 - 4), new(end, y2), new(end - Arrow, y2 + 4)]);
        using var fill = new SKPaint { Color = Style.Frame.ToSKColor(), IsAntialias = true };
        canvas.DrawPath(head, fill);
    }

    private static List<(string Text, ScottPlot.Color Color)> Legend(GraphDiagram graph)
    {
        var legend = new List<(string, ScottPlot.Color)>();
        if (graph.Nodes.Any(n => n.Value is not null))
            legend.Add(($"above a wire: {graph.ValueName}", Style.Value));
        if (graph.Nodes.Any(n => n.Gradient is not null) || graph.Edges.Any(e => e.Gradient is not null))
            legend.Add(($"below: {graph.GradientName}", Style.Gradient));
        return legend;
    }
}
