using System.Globalization;

namespace CourseLabs.Backprop.Scalars;

/// <summary>
/// Reverse mode (COURSE A5, A6, E4): a node of the computational graph, with its value, its local gradients, which the forward pass
/// leaves behind, and, after <see cref="Backward"/>, its gradient. Not for use by several threads at once.
/// </summary>
public sealed class Node : IScalar<Node>
{
    private readonly string operation;
    private readonly Node? x;
    private readonly double dx;
    private readonly Node? y;
    private readonly double dy; // Where there is no second input, the constant of the gate.
    private int waitingFor; // How many users have yet to pass their gradient on; 0 outside Backward.

    /// <summary>An input of the graph.</summary>
    /// <param name="value">The number.</param>
    /// <param name="label">The variable's name.</param>
    public Node(double value, string? label = null)
        : this("", value, null, 0, null, 0) => Label = label;

    private Node(string operation, double value, Node? x, double dx, Node? y, double dy) =>
        (this.operation, Value, this.x, this.dx, this.y, this.dy) = (operation, value, x, dx, y, dy);

    /// <summary>The variable's name, if it has one.</summary>
    public string? Label { get; private set; }

    /// <summary>The number that the forward pass gave.</summary>
    public double Value { get; }

    /// <summary>
    /// df/d(this), where f is the node that <see cref="Backward"/> was last called on among those that this one leads to.
    /// </summary>
    public double Gradient { get; private set; }

    /// <summary>The gate that the value comes from: <c>*</c>, <c>+1</c>, <c>exp</c>; empty for an input.</summary>
    public string Operation => string.Format(CultureInfo.InvariantCulture, operation, dy);

    /// <summary>The inputs of the gate, each with its local gradient: the edges that lead here.</summary>
    public IEnumerable<(Node Input, double LocalGradient)> Inputs
    {
        get
        {
            if (x is not null)
                yield return (x, dx);
            if (y is not null)
                yield return (y, dy);
        }
    }

    /// <summary>A number as an input without a label, so that a sum can start as <c>Node sum = 0</c>.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Node(double value) => Constant(value);

    /// <inheritdoc/>
    public static Node Constant(double value) => new(value);

    /// <inheritdoc/>
    public static Node From(string operation, double value, Node x, double dx, double constant = 0) =>
        new(operation, value, x, dx, null, constant);

    /// <inheritdoc/>
    public static Node From(string operation, double value, Node x, double dx, Node y, double dy) => new(operation, value, x, dx, y, dy);

    /// <inheritdoc/>
    public Node Named(string label)
    {
        Label = label;
        return this;
    }

    /// <summary>
    /// Gives this node, f, and every node that it was computed from its gradient: df/df = 1, and from there each node passes
    /// [local gradient] x [upstream gradient] to its inputs, where what comes over several branches adds up (COURSE B1). Nothing is left
    /// over from an earlier call, so calling it again gives the same. PyTorch adds up what each call brings to a leaf; here, call it on
    /// the sum of the outputs for that.
    /// </summary>
    public void Backward()
    {
        // A node passes its gradient on when all its users have: a topological order. No recursion, so a chain may have any length.
        var stack = new Stack<Node>([this]);
        while (stack.TryPop(out var node))
        {
            if (node.x is not null && node.x.CountUser())
                stack.Push(node.x);
            if (node.y is not null && node.y.CountUser())
                stack.Push(node.y);
        }

        Gradient = 1;
        stack.Push(this);
        long multiplications = 0;
        while (stack.TryPop(out var node))
        {
            multiplications += node.y is not null ? 2 : node.x is not null ? 1 : 0;
            if (node.x is not null && node.x.Receive(node.dx * node.Gradient))
                stack.Push(node.x);
            if (node.y is not null && node.y.Receive(node.dy * node.Gradient))
                stack.Push(node.y);
        }
        Work.Add(multiplications);
    }

    // True for the first user of a node that has inputs itself.
    private bool CountUser()
    {
        if (waitingFor++ > 0)
            return false;
        Gradient = 0;
        return x is not null;
    }

    // True when the last user has passed its gradient on, and there are inputs to pass it on to.
    private bool Receive(double gradient)
    {
        Gradient += gradient;
        return --waitingFor == 0 && x is not null;
    }
}
