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

    internal static void ThrowUnlessSame(Matrix left, Matrix right, string what)
    {
        if (left.Rows != right.Rows || left.Columns != right.Columns)
            throw new ShapeException($"{what}: the shapes are {left.Shape} and {right.Shape}, but must be the same.");
    }

    internal static void ThrowUnless(Matrix matrix, int rows, int columns, string what)
    {
        if (matrix.Rows != rows || matrix.Columns != columns)
            throw new ShapeException($"{what}: the shape is {matrix.Shape}, but must be ({rows} x {columns}).");
    }
}
