using CourseLabs.Charts.Svg;

namespace CourseLabs.Charts.Graphs;

/// <summary>
/// A node: the gate with its operation in it and its name above, or the name alone; then the wire that leaves it, with the value
/// above and the gradient below.
/// </summary>
internal sealed class NodeShape : IShape
{
    private const double GateHeight = 38;
    private const double WidestName = 200;
    private readonly GraphNode _node;
    private readonly string _label;
    private readonly string _operation;
    private readonly WireTexts _texts;
    private readonly double _gate;
    private readonly double _head;

    public NodeShape(GraphNode node, int digits)
    {
        _node = node;
        _texts = new WireTexts(node.Value, node.Gradient, digits);
        _operation = TextBox.Fit(node.Operation, WidestName, Theme.LabelSize);
        var name = node.Label.Length == 0 && node.Operation.Length == 0 ? node.Id : node.Label;
        _label = TextBox.Fit(name, WidestName, Theme.LabelSize);
        _gate = HasGate ? Math.Max(GateHeight, TextBox.Width(_operation, Theme.LabelSize) + 22) : 0;
        _head = Math.Max(_gate, TextBox.Width(_label, Theme.LabelSize) + (HasGate ? 0 : 6));
        Width = _head + _texts.Width;
        var half = HasGate ? GateHeight / 2 : Theme.LabelSize * 0.6;
        Up = Math.Max(half + (HasGate && _label.Length > 0 ? Theme.LabelSize * 1.25 : 0), _texts.Up);
        Down = Math.Max(half, _texts.Down);
    }

    public double Width { get; }

    public double Up { get; }

    public double Down { get; }

    /// <summary>Where a wire that enters the node ends, from its left end.</summary>
    public double Entry => HasGate ? (_head - _gate) / 2 : 0;

    /// <summary>Where wires leave, from the left end.</summary>
    public double Exit => _texts.Width > 0 ? Width : (_head + (HasGate ? _gate : _head)) / 2;

    private bool HasGate => _operation.Length > 0;

    public void Draw(SvgWriter svg, double left, double right, double y)
    {
        svg.Open("g", " class=\"node\"");
        svg.Words("title", _node.Id);
        var middle = left + (_head / 2);
        var baseline = y + (Theme.LabelSize * 0.35);
        if (HasGate)
        {
            svg.Rect(middle - (_gate / 2), y - (GateHeight / 2), _gate, GateHeight,
                $" rx=\"{SvgWriter.Number(GateHeight / 2)}\" fill=\"{Theme.Gate}\" stroke=\"{Theme.Ink}\" stroke-width=\"1.5\"");
            svg.Text(middle, baseline, _operation, SvgWriter.Words(Theme.LabelSize));
        }

        if (_label.Length > 0)
            svg.Text(middle, HasGate ? y - (GateHeight / 2) - 6 : baseline, _label, SvgWriter.Words(Theme.LabelSize));
        if (_texts.Width > 0)
        {
            GraphPainter.Wire(svg, middle + (HasGate ? _gate / 2 : _head / 2), y, left + Width, y);
            _texts.Draw(svg, left + _head + (_texts.Width / 2), y);
        }

        svg.Close("g");
    }
}
