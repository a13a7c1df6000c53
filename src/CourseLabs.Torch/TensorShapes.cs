using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Torch;

/// <summary>Stops torch from broadcasting where two tensors must have one shape.</summary>
public static class TensorShapes
{
    /// <summary>
    /// Of an output (4 x 1) and a target (4), torch takes all 16 differences without a word, and every output learns the mean target.
    /// </summary>
    /// <param name="output">What is compared, of any shape.</param>
    /// <param name="target">What it is compared with.</param>
    /// <param name="what">What the target is called in the message.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static void ThrowUnlessSame(Tensor output, Tensor target, string what = "target")
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(target);
        if (!output.shape.AsSpan().SequenceEqual(target.shape))
            throw new ShapeException(
                $"A loss met an output of {Text(output)}, but a {what} of {Text(target)}: torch would pair every one with every other.");
    }

    private static string Text(Tensor tensor) => $"({string.Join(" x ", tensor.shape)})";
}
