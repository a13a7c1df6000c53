using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using static TorchSharp.torch;
using Loss = CourseLabs.Backprop.Losses.Loss;

namespace CourseLabs.Torch.Gradients;

/// <summary>
/// What torch's autograd says of a hand-written network: the same network is built of torch's functions, with the same float64 weights,
/// and run forward and backward.
/// </summary>
public sealed class AutogradGradients
{
    private AutogradGradients(double loss, IReadOnlyList<Matrix> parameters, Matrix input, Matrix output) =>
        (Loss, Parameters, Input, Output) = (loss, parameters, input, output);

    /// <summary>The loss.</summary>
    public double Loss { get; }

    /// <summary>The gradient of every parameter, in the order and shapes of <see cref="Network.Parameters"/>.</summary>
    public IReadOnlyList<Matrix> Parameters { get; }

    /// <summary>dE/dX, (batch x inputs).</summary>
    public Matrix Input { get; }

    /// <summary>dE/dA of the output layer, (batch x outputs): the loss's own derivative.</summary>
    public Matrix Output { get; }

    /// <summary>
    /// Whether autograd can tell the gradients of a network: not where a layer has the step function, whose derivative is 0 by definition
    /// (COURSE E3) and which torch's autograd knows nothing of.
    /// </summary>
    /// <param name="network">The network.</param>
    public static bool Knows(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return !network.Layers.Any(layer => layer.Activation is BinaryStep);
    }

    /// <summary>Runs the network in torch. No tensor outlives the call.</summary>
    /// <param name="network">The network; it is not changed.</param>
    /// <param name="x">(batch x inputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="loss">The loss.</param>
    /// <returns>The loss and all gradients.</returns>
    /// <exception cref="ArgumentException">torch has no counterpart of an activation or of the loss.</exception>
    public static AutogradGradients Of(Network network, Matrix x, Matrix target, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(loss);
        using var scope = NewDisposeScope();
        var input = x.ToTensor(requiresGrad: true);
        var parameters = new List<Tensor>();
        var a = input;
        foreach (var layer in network.Layers)
        {
            var weight = layer.Weight.Value.ToTensor(requiresGrad: true);
            var bias = layer.Bias is null ? null : layer.Bias.Value.ToTensor(requiresGrad: true);
            Tensor[] learned = [.. layer.Activation.Parameters.Select(p => p.Value.ToTensor(requiresGrad: true))];
            parameters.AddRange([weight, .. bias is null ? Array.Empty<Tensor>() : [bias], .. learned]);
            // torch's weight is (outputs x inputs).
            var z = nn.functional.linear(a, weight.t(), bias);
            a = TorchFunctions.Apply(layer.Activation, z, learned.FirstOrDefault());
        }

        a.retain_grad();
        var e = TorchFunctions.Apply(loss, a, target.ToTensor());
        e.backward();
        return new(e.item<double>(), [.. parameters.Select(Gradient)], Gradient(input), Gradient(a));
    }

    private static Matrix Gradient(Tensor tensor) => tensor.grad!.ToMatrix();
}
