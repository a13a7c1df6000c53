namespace CourseLabs.Matrices;

/// <summary>Matrices met whose shapes do not go together; the message names every shape (COURSE A3).</summary>
public sealed class ShapeException : ArgumentException
{
    /// <summary>An error with the given text.</summary>
    /// <param name="message">Which shapes met, and what was needed.</param>
    public ShapeException(string message)
        : base(message)
    {
    }

    /// <summary>
    /// Refuses two matrices of different shapes where the operators would repeat the smaller one: an output (1 x 10) less a target (1 x 1)
    /// is ten differences from one number.
    /// </summary>
    /// <param name="left">A matrix.</param>
    /// <param name="right">Another.</param>
    /// <param name="what">What they are, for the message.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static void ThrowUnlessSame(Matrix left, Matrix right, string what)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Rows != right.Rows || left.Columns != right.Columns)
            throw new ShapeException($"{what}: the shapes are {left.Shape} and {right.Shape}, but must be the same.");
    }

    internal static void ThrowUnless(Matrix matrix, int rows, int columns, string what)
    {
        if (matrix.Rows != rows || matrix.Columns != columns)
            throw new ShapeException($"{what}: the shape is {matrix.Shape}, but must be ({rows} x {columns}).");
    }
}
