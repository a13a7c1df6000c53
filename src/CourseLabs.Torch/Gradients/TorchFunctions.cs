using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using Loss = CourseLabs.Backprop.Losses.Loss;

namespace CourseLabs.Torch.Gradients;

/// <summary>What torch has for each hand-written activation and loss: its own functions, nothing derived again.</summary>
public static class TorchFunctions
{
    // e^z overflows above 709. torch's default threshold, 20, is off by up to 2.1e-9.
    private const double SoftplusThreshold = 700;

    /// <summary>f(Z), (batch x outputs).</summary>
    /// <param name="activation">The hand-written activation; its settings go along.</param>
    /// <param name="z">(batch x sums).</param>
    /// <param name="learned">PReLU's alpha.</param>
    public static Tensor Apply(Activation activation, Tensor z, Tensor? learned) => activation switch
    {
        Identity => z,
        Sigmoid => z.sigmoid(),
        Tanh => z.tanh(),
        Arctan => z.atan(),
        Relu => relu(z),
        LeakyRelu leaky => leaky_relu(z, leaky.Slope),
        Prelu => prelu(z, learned!.reshape(1)),
        Elu elu => nn.functional.elu(z, elu.Alpha),
        Softplus => softplus(z, threshold: SoftplusThreshold),
        Maxout maxout => z.reshape(z.shape[0], maxout.SumsPerOutput, -1).max(1).Item1,
        Softmax => softmax(z, dim: 1),
        _ => throw new ArgumentException($"torch has no gradient to compare the {activation.Name} activation with.", nameof(activation)),
    };

    /// <summary>The loss, a scalar.</summary>
    /// <param name="loss">The hand-written loss.</param>
    /// <param name="output">(batch x outputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <exception cref="Matrices.ShapeException">The shapes differ.</exception>
    public static Tensor Apply(Loss loss, Tensor output, Tensor target)
    {
        TensorShapes.ThrowUnlessSame(output, target);
        return loss switch
        {
            HalfSquaredError => mse_loss(output, target, nn.Reduction.Sum) / 2,
            MeanSquaredError => mse_loss(output, target),
            MeanAbsoluteError => l1_loss(output, target),
            BinaryCrossEntropy => binary_cross_entropy(output, target),
            CrossEntropy => cross_entropy(output, target),
            _ => throw new ArgumentException($"torch has no loss to compare {loss.Name} with.", nameof(loss)),
        };
    }
}
