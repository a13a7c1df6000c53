using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Activations;

/// <summary>
/// What a layer does to its sums: A = f(Z) (COURSE A2, B4, E3). Each activation is one small class whose backward stands beside its
/// forward. Most work entry by entry (<see cref="EntrywiseActivation"/>); softmax and maxout look at whole rows.
/// </summary>
public abstract class Activation
{
    /// <summary>The name by which <see cref="ActivationNames"/> finds it, such as <c>leaky-relu</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How many sums a layer needs for each of its outputs: 1, except for maxout.</summary>
    public virtual int SumsPerOutput => 1;

    /// <summary>What the activation itself learns: nothing, except for PReLU.</summary>
    public virtual IReadOnlyList<Parameter> Parameters => [];

    /// <summary>Writes f(Z) into A.</summary>
    /// <param name="z">(batch x sums): the layer's sums.</param>
    /// <param name="a">(batch x outputs): receives the outputs.</param>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public void Forward(Matrix z, Matrix a)
    {
        Check(z, a);
        ForwardCore(z, a);
    }

    /// <summary>Writes dE/dZ into delta, given dE/dA: the local gradient times the upstream gradient (COURSE B1).</summary>
    /// <param name="z">(batch x sums): the sums that the forward pass had.</param>
    /// <param name="a">(batch x outputs): the outputs that the forward pass gave.</param>
    /// <param name="upstream">(batch x outputs): dE/dA.</param>
    /// <param name="delta">(batch x sums): receives dE/dZ.</param>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public void Backward(Matrix z, Matrix a, Matrix upstream, Matrix delta)
    {
        Check(z, a);
        Check(delta, upstream);
        ShapeException.ThrowUnlessSame(z, delta, Name);
        BackwardCore(z, a, upstream, delta);
    }

    /// <summary>f(Z) in a new matrix.</summary>
    /// <param name="z">(batch x sums).</param>
    /// <returns>(batch x outputs).</returns>
    /// <exception cref="ShapeException">The columns of z are not <see cref="SumsPerOutput"/> times a whole number.</exception>
    public Matrix Forward(Matrix z)
    {
        ArgumentNullException.ThrowIfNull(z);
        var a = new Matrix(z.Rows, z.Columns / SumsPerOutput);
        Forward(z, a);
        return a;
    }

    /// <summary>dE/dZ in a new matrix.</summary>
    /// <param name="z">(batch x sums).</param>
    /// <param name="upstream">(batch x outputs): dE/dA.</param>
    /// <returns>(batch x sums).</returns>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public Matrix Backward(Matrix z, Matrix upstream)
    {
        var a = Forward(z);
        var delta = new Matrix(z.Rows, z.Columns);
        Backward(z, a, upstream, delta);
        return delta;
    }

    /// <summary>
    /// On which side of a kink (or jump) each output was computed: -1, 0 or 1 for ReLU and its kin, the winning piece for maxout, and 0
    /// where f is smooth. Two points between which a side changes have no common derivative.
    /// </summary>
    /// <param name="z">(batch x sums).</param>
    /// <param name="sides">One number an output, row after row.</param>
    internal virtual void Sides(Matrix z, Span<int> sides) => sides.Clear();

    /// <summary>As <see cref="Forward(Matrix, Matrix)"/>; the shapes have been checked.</summary>
    /// <param name="z">(batch x sums).</param>
    /// <param name="a">(batch x outputs).</param>
    protected abstract void ForwardCore(Matrix z, Matrix a);

    /// <summary>As <see cref="Backward(Matrix, Matrix, Matrix, Matrix)"/>; the shapes have been checked.</summary>
    /// <param name="z">(batch x sums).</param>
    /// <param name="a">(batch x outputs).</param>
    /// <param name="upstream">(batch x outputs).</param>
    /// <param name="delta">(batch x sums).</param>
    protected abstract void BackwardCore(Matrix z, Matrix a, Matrix upstream, Matrix delta);

    private void Check(Matrix sums, Matrix outputs)
    {
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentNullException.ThrowIfNull(outputs);
        if (sums.Rows != outputs.Rows || sums.Columns != outputs.Columns * SumsPerOutput)
        {
            var needs = SumsPerOutput == 1 ? "the same shape" : $"{SumsPerOutput} sums for each output";
            throw new ShapeException($"The {Name} activation met sums of {sums.Shape} and outputs of {outputs.Shape}; it needs {needs}.");
        }
    }
}
