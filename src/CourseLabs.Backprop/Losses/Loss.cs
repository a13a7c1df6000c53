using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Losses;

/// <summary>
/// How far an output is from its target: one number for a batch, and its gradient by every entry of the output. Half squared error adds
/// up over the batch, as the slides' E does, so that dW = prev' delta holds as it stands; the others take PyTorch's mean.
/// </summary>
public abstract class Loss
{
    /// <summary>The name by which <see cref="LossNames"/> finds it, such as <c>half-squared-error</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The loss of a batch.</summary>
    /// <param name="output">(batch x outputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <returns>One number; NaN where an output is NaN.</returns>
    /// <exception cref="ShapeException">The shapes differ, or the batch is empty.</exception>
    public double Value(Matrix output, Matrix target)
    {
        Check(output, target);
        return ValueCore(output, target);
    }

    /// <summary>Writes dE/doutput.</summary>
    /// <param name="output">(batch x outputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="gradient">(batch x outputs): receives it.</param>
    /// <exception cref="ShapeException">The shapes differ, or the batch is empty.</exception>
    public void Gradient(Matrix output, Matrix target, Matrix gradient)
    {
        Check(output, target);
        ArgumentNullException.ThrowIfNull(gradient);
        ShapeException.ThrowUnlessSame(output, gradient, Name);
        GradientCore(output, target, gradient);
    }

    /// <summary>dE/doutput in a new matrix.</summary>
    /// <param name="output">(batch x outputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <returns>(batch x outputs).</returns>
    /// <exception cref="ShapeException">The shapes differ, or the batch is empty.</exception>
    public Matrix Gradient(Matrix output, Matrix target)
    {
        ArgumentNullException.ThrowIfNull(output);
        var gradient = new Matrix(output.Rows, output.Columns);
        Gradient(output, target, gradient);
        return gradient;
    }

    /// <summary>On which side of a kink each entry of the output lies; 0 where the loss is smooth.</summary>
    /// <param name="output">(batch x outputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="sides">One number an entry.</param>
    internal virtual void Sides(Matrix output, Matrix target, Span<int> sides) => sides.Clear();

    /// <summary>As <see cref="Value"/>; the shapes have been checked.</summary>
    /// <param name="output">(batch x outputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <returns>One number.</returns>
    protected abstract double ValueCore(Matrix output, Matrix target);

    /// <summary>As <see cref="Gradient(Matrix, Matrix, Matrix)"/>; the shapes have been checked.</summary>
    /// <param name="output">(batch x outputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="gradient">(batch x outputs).</param>
    protected abstract void GradientCore(Matrix output, Matrix target, Matrix gradient);

    private void Check(Matrix output, Matrix target)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(target);
        if (output.Rows != target.Rows || output.Columns != target.Columns)
            throw new ShapeException($"The {Name} loss met an output of {output.Shape}, but a target of {target.Shape}.");
        if (output.Values.IsEmpty)
            throw new ShapeException($"The {Name} loss of an empty batch, {output.Shape}, is not defined.");
    }
}
