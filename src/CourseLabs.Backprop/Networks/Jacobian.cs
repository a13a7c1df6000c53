using CourseLabs.Backprop.Activations;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Networks;

/// <summary>
/// The derivative of a vector by a vector (COURSE B1): entry (i, j) is how output i changes with input j. The chain rule multiplies them:
/// a network's is its layers' one after the other.
/// </summary>
public static class Jacobian
{
    /// <summary>da/dz of an activation.</summary>
    /// <param name="activation">The activation; entry by entry its Jacobian is diagonal, softmax's is diag(a) - a'a.</param>
    /// <param name="z">(1 x sums).</param>
    /// <returns>(outputs x sums).</returns>
    /// <exception cref="ShapeException">z is not one row.</exception>
    public static Matrix Of(Activation activation, Matrix z)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ThrowUnlessOneRow(z);
        return Of(z.Columns / activation.SumsPerOutput, z.Columns, upstream => activation.Backward(z, upstream));
    }

    /// <summary>dA/dX of a layer: da/dz times W'.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="x">(1 x inputs).</param>
    /// <returns>(outputs x inputs).</returns>
    /// <exception cref="ShapeException">x is not one row of the layer's inputs.</exception>
    public static Matrix Of(Dense layer, Matrix x)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ThrowUnlessOneRow(x);
        layer.Forward(x);
        return Of(layer.Activation, layer.Z).DotTranspose(layer.Weight.Value);
    }

    /// <summary>dA/dX of a network, by one backward pass an output.</summary>
    /// <param name="network">The network; its gradients are overwritten.</param>
    /// <param name="x">(1 x inputs).</param>
    /// <returns>(outputs x inputs).</returns>
    /// <exception cref="ShapeException">x is not one row of the network's inputs.</exception>
    public static Matrix Of(Network network, Matrix x)
    {
        ArgumentNullException.ThrowIfNull(network);
        ThrowUnlessOneRow(x);
        var outputs = network.Forward(x).Columns;
        return Of(outputs, x.Columns, upstream =>
        {
            network.Backward(upstream);
            return network.InputGradient();
        });
    }

    // A backward pass turns an upstream row u into u J; with u = (0 .. 1 .. 0) that is one row of J.
    private static Matrix Of(int outputs, int inputs, Func<Matrix, Matrix> backward)
    {
        var result = new Matrix(outputs, inputs);
        for (var i = 0; i < outputs; i++)
        {
            var upstream = new Matrix(1, outputs);
            upstream[0, i] = 1;
            backward(upstream).Values.CopyTo(result.Row(i));
        }
        return result;
    }

    private static void ThrowUnlessOneRow(Matrix x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rows != 1)
            throw new ShapeException($"A Jacobian is taken at one point, a matrix of one row, not at {x.Shape}.");
    }
}
