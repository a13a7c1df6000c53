using CourseLabs.Plots.Drawing;
using SkiaSharp;

namespace CourseLabs.Plots.Graphs;

/// <summary>
/// A node: the gate with its operation in it and its name above, or the name alone; then the wire that leaves it, with the value
/// above and the gradient below.
/// </summary>
internal sealed class NodeShape : IShape
{
    private const float GateHeight = 38, Size = Style.LabelSize;
    private readonly Lettering _letters;
    private readonly string _operation;
    private readonly string _label;
    private readonly WireTexts _texts;
    private readonly double _gate;
    private readonly double _head;

    public NodeShape(GraphNode node, int digits, Lettering letters)
    {
        _letters = letters;
        _texts = new WireTexts(node.Value, node.Gradient, digits, letters);
        _operation = node.Operation.ReplaceLineEndings(" ");
        _label = (node.Label.Length == 0 && node.Operation.Length == 0 ? node.Id : node.Label).ReplaceLineEndings(" ");
        _gate = HasGate ? Math.Max(GateHeight, letters.Width(_operation, Size) + 22) : 0;
        _head = Math.Max(_gate, letters.Width(_label, Size) + (HasGate ? 0 : 6));
        Width = _head + _texts.Width;
        var half = HasGate ? GateHeight / 2 : Size * 0.6;
        Up = Math.Max(half + (HasGate && _label.Length > 0 ? Size * 1.25 : 0), _texts.Up);
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

    public void Draw(SKCanvas canvas, double left, double right, double y)
    {
        var (middle, height) = ((float)(left + (_head / 2)), (float)y);
        var baseline = height + (Size * 0.35f);
        if (HasGate)
        {
            var box = SKRect.Create(middle - (float)(_gate / 2), height - (GateHeight / 2), (float)_gate, GateHeight);
            using var fill = new SKPaint { Color = Style.Gate.ToSKColor(), IsAntialias = true };
            using var rim = GraphPainter.Pen(Style.Ink);
            canvas.DrawRoundRect(box, GateHeight / 2, GateHeight / 2, fill);
            canvas.DrawRoundRect(box, GateHeight / 2, GateHeight / 2, rim);
            _letters.Draw(canvas, _operation, middle, baseline, Size, Style.Ink);
        }

        _letters.Draw(canvas, _label, middle, HasGate ? height - (GateHeight / 2) - 6 : baseline, Size, Style.Ink);
        if (_texts.Width > 0)
        {
            GraphPainter.Wire(canvas, left + (_head / 2) + ((HasGate ? _gate : _head) / 2), left + Width, y);
            _texts.Draw(canvas, left + _head + (_texts.Width / 2), y);
        }
    }
}
