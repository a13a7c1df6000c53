using CourseLabs.Backprop.Losses;
using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;

namespace CourseLabs.Labs;

/// <summary>
/// train() in the order in which the slide's lines stand (COURSE C!): each layer's weights change before the layer below takes its loss
/// from them, which is then not the gradient. <see cref="Network.Train"/> has the correct order.
/// </summary>
/// <param name="network">Layers with biases.</param>
internal sealed class SlideOrder(Network network)
{
    private static readonly HalfSquaredError SquaredError = new();

    // loss_2, loss_3, ... and what each layer is given for it: made once, so that a step allocates nothing.
    private readonly Matrix[] losses = RowForEach(network);
    private readonly Matrix[] upstreams = RowForEach(network);

    /// <summary>One step on one row.</summary>
    public void Train(Matrix inputData, Matrix targetData, double learningRate)
    {
        SquaredError.Gradient(network.Forward(inputData), targetData, upstreams[^1]); // A3 - target_data
        for (int k = network.Layers.Count - 1; k >= 0; k--)
        {
            Dense layer = network.Layers[k];
            layer.Activation.Backward(layer.Z, layer.A, upstreams[k], losses[k]); // times A (1 - A)
            layer.Weight.Value.AddTransposeDot(-learningRate, k > 0 ? network.Layers[k - 1].A : inputData, losses[k]);
            layer.Bias!.Value.AddInPlace(-learningRate, losses[k]);
            if (k > 0)
                upstreams[k - 1].SetDotTranspose(losses[k], layer.Weight.Value); // dot(loss_3, W3.T), of the W3 that has changed
        }
    }

    private static Matrix[] RowForEach(Network network) => [.. network.Layers.Select(layer => new Matrix(1, layer.Outputs))];
}
