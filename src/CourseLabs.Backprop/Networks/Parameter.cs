using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Networks;

/// <summary>Numbers that training changes, with the gradient of the loss by each of them.</summary>
public sealed class Parameter
{
    /// <summary>A parameter whose gradient is still zero.</summary>
    /// <param name="name">Its name, as on the slide: <c>W2</c>, <c>b2</c>.</param>
    /// <param name="value">Its first value; the matrix itself is kept, not a copy.</param>
    public Parameter(string name, Matrix value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        (Name, Value, Gradient) = (name, value, new(value.Rows, value.Columns));
    }

    /// <summary>The name: W for a weight, b for a bias, alpha for PReLU's slope; in a network with its layer's number behind.</summary>
    public string Name { get; internal set; }

    /// <summary>
    /// The slides' number of the layer that it belongs to: 1 is the input, so the first weights are W2; 0 outside a network.
    /// </summary>
    public int Layer { get; internal set; }

    /// <summary>The numbers.</summary>
    public Matrix Value { get; }

    /// <summary>dE by each of the numbers, of the same shape; a backward pass overwrites it.</summary>
    public Matrix Gradient { get; }

    /// <summary>Name and shape.</summary>
    /// <returns>Text such as <c>W2 (784 x 100)</c>.</returns>
    public override string ToString() => $"{Name} {Value.Shape}";
}
