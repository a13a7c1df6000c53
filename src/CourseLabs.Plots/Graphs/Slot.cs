namespace CourseLabs.Plots.Graphs;

/// <summary>A place in a layer: a node, or the bend of an edge that passes the layer.</summary>
internal sealed class Slot(IShape shape)
{
    /// <summary>What is drawn there.</summary>
    public IShape Shape { get; } = shape;

    /// <summary>Slots of the layer before that a wire comes from.</summary>
    public List<Slot> Before { get; } = [];

    /// <summary>Slots of the layer after that a wire goes to.</summary>
    public List<Slot> After { get; } = [];

    /// <summary>The place among the slots of its layer.</summary>
    public int Order { get; set; }

    /// <summary>The height of its wire.</summary>
    public double Y { get; set; }

    public bool IsBend => Shape is Bend;
}

/// <summary>Something drawn around a wire, in pixels.</summary>
internal interface IShape
{
    double Width { get; }

    /// <summary>How far it reaches above the wire.</summary>
    double Up { get; }

    /// <summary>How far it reaches below the wire.</summary>
    double Down { get; }

    /// <param name="canvas">Where to.</param>
    /// <param name="left">The left end of the layer.</param>
    /// <param name="right">The right end of the layer.</param>
    /// <param name="y">The height of the wire.</param>
    void Draw(SkiaSharp.SKCanvas canvas, double left, double right, double y);
}
