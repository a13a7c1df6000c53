namespace CourseLabs.Backprop.Scalars;

/// <summary>
/// A number that differentiates what is computed with it. Each gate (<see cref="Arithmetic"/>, <see cref="Functions"/>) tells its value
/// and its local gradients; what becomes of them is all that <see cref="Node"/> (reverse mode) and <see cref="Dual"/> (forward mode)
/// differ in. An expression over a <c>T : IScalar&lt;T&gt;</c> runs through both.
/// </summary>
/// <typeparam name="T">The scalar itself.</typeparam>
public interface IScalar<T>
    where T : IScalar<T>
{
    /// <summary>The number.</summary>
    double Value { get; }

    /// <summary>A number that depends on no input.</summary>
    /// <param name="value">The number.</param>
    static abstract T Constant(double value);

    /// <summary>The result of a gate with one input.</summary>
    /// <param name="operation">The gate's name; where it has <c>{0}</c>, the constant belongs there.</param>
    /// <param name="value">f(x).</param>
    /// <param name="x">The input.</param>
    /// <param name="dx">The local gradient, df/dx.</param>
    /// <param name="constant">A plain number that the gate works with, such as the 1 of <c>x + 1</c>.</param>
    static abstract T From(string operation, double value, T x, double dx, double constant = 0);

    /// <summary>The result of a gate with two inputs.</summary>
    /// <param name="operation">The gate's name.</param>
    /// <param name="value">f(x, y).</param>
    /// <param name="x">The first input.</param>
    /// <param name="dx">Its local gradient, df/dx.</param>
    /// <param name="y">The second input.</param>
    /// <param name="dy">Its local gradient, df/dy.</param>
    static abstract T From(string operation, double value, T x, double dx, T y, double dy);

    /// <summary>The same number, with a label for pictures of the graph.</summary>
    /// <param name="label">The variable's name on the slide.</param>
    T Named(string label);
}
