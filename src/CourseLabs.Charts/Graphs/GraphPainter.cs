using CourseLabs.Charts.Svg;
using CourseLabs.Charts.Ticks;

namespace CourseLabs.Charts.Graphs;

/// <summary>Draws a graph as one SVG document.</summary>
internal static class GraphPainter
{
    private const double LeastWidth = 420;
    private const double Arrow = 9;
    private static readonly string _stroke = $" fill=\"none\" stroke=\"{Theme.Frame}\" stroke-width=\"1.5\"";

    public static string Render(GraphDiagram graph)
    {
        var layers = Crossings.Reduce(Layers.Of(graph));
        Heights.Assign(layers);
        var lefts = Lefts(layers);
        var widths = layers.Select(layer => layer.Max(slot => slot.Shape.Width)).ToList();
        var width = Math.Max(LeastWidth, lefts[^1] + widths[^1] + (2 * Theme.Padding));
        var title = Page.WrapTitle(graph.Title, width);
        var top = Page.TitleBottom(title) + 6;
        var bottom = top + layers.SelectMany(layer => layer).Max(slot => slot.Y + slot.Shape.Down);
        var legend = Legend(graph);
        var height = bottom + Theme.Padding + (legend.Count == 0 ? 0 : Theme.LegendSize * 2);

        var svg = new SvgWriter();
        Page.OpenWhole(svg, (width, height));
        Page.Begin(svg, (width, height), graph.Title.Length > 0 ? graph.Title : "Graph", InWords(graph));
        Page.Title(svg, title, width);
        var indent = (width - lefts[^1] - widths[^1]) / 2;
        foreach (var (layer, i) in layers.Select((layer, i) => (layer, i)))
        {
            var (left, right) = (indent + lefts[i], indent + lefts[i] + widths[i]);
            foreach (var slot in layer)
                foreach (var next in slot.After)
                    Join(svg, slot, next, (left, right), indent + lefts[i + 1], top);
            foreach (var slot in layer)
                slot.Shape.Draw(svg, left, right, slot.Y + top);
        }

        var x = width / 2 - ((legend.Sum(entry => TextBox.Width(entry.Text, Theme.LegendSize)) + (24 * (legend.Count - 1))) / 2);
        foreach (var (text, colour) in legend)
        {
            svg.Text(x, height - Theme.Padding, text, $"{SvgWriter.Words(Theme.LegendSize, "start")} fill=\"{colour}\"");
            x += TextBox.Width(text, Theme.LegendSize) + 24;
        }

        svg.Close("svg");
        return svg.ToString();
    }

    public static void Wire(SvgWriter svg, double x1, double y1, double x2, double y2)
    {
        if (x2 > x1)
            svg.Element("path", $" d=\"M{At(x1, y1)}L{At(x2, y2)}\"{_stroke}");
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
    private static void Join(SvgWriter svg, Slot from, Slot to, (double Left, double Right) layer, double next, double top)
    {
        var start = layer.Left + ((from.Shape as NodeShape)?.Exit ?? layer.Right - layer.Left);
        var (y1, y2) = (from.Y + top, to.Y + top);
        var end = next + ((to.Shape as NodeShape)?.Entry ?? 0);
        var reach = to.IsBend ? next : next - Arrow;
        var middle = (layer.Right + reach) / 2;
        var curve = $"M{At(start, y1)}L{At(layer.Right, y1)}C{At(middle, y1)} {At(middle, y2)} {At(reach, y2)}";
        svg.Element("path", $" d=\"{curve}L{At(to.IsBend ? end : end - 2, y2)}\"{_stroke}");
        if (!to.IsBend)
            svg.Element("path", $" d=\"M{At(end - Arrow, y2 - 4)}L{At(end, y2)}L{At(end - Arrow, y2 + 4)}z\" fill=\"{Theme.Frame}\"");
    }

    private static string At(double x, double y) => $"{SvgWriter.Number(x)} {SvgWriter.Number(y)}";

    private static List<(string Text, string Colour)> Legend(GraphDiagram graph)
    {
        var legend = new List<(string, string)>();
        if (graph.Nodes.Any(n => n.Value is not null))
            legend.Add(($"above a wire: {graph.ValueName}", Theme.Value));
        if (graph.Nodes.Any(n => n.Gradient is not null) || graph.Edges.Any(e => e.Gradient is not null))
            legend.Add(($"below: {graph.GradientName}", Theme.Gradient));
        return legend;
    }

    private static string InWords(GraphDiagram graph)
    {
        string Numbers(double? value, double? gradient) =>
            (value is { } v ? $", {graph.ValueName} {NumberText.Short(v, graph.Digits)}" : "") +
            (gradient is { } g ? $", {graph.GradientName} {NumberText.Short(g, graph.Digits)}" : "");
        string Name(GraphNode node) => node.Label.Length > 0 ? node.Label : node.Operation.Length > 0 ? node.Operation : node.Id;
        var names = graph.Nodes.ToDictionary(n => n.Id, Name);
        return string.Join(' ', graph.Nodes.Select(node =>
        {
            var before = graph.Edges.Where(e => e.To == node.Id).Select(e => names[e.From]).ToList();
            var gate = node.Label.Length > 0 && node.Operation.Length > 0 ? $", {node.Operation}" : "";
            var from = before.Count == 0 ? "" : $" of {string.Join(" and ", before)}";
            return $"{names[node.Id]}{gate}{from}{Numbers(node.Value, node.Gradient)}.";
        }));
    }
}
