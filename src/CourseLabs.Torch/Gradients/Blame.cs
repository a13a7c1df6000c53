using CourseLabs.Backprop.Networks;
using Loss = CourseLabs.Backprop.Losses.Loss;

namespace CourseLabs.Torch.Gradients;

/// <summary>
/// Finds the layer at fault. An error spreads from where it is made towards the input, so the gradient that is wrong nearest to the
/// output is where it was made.
/// </summary>
internal static class Blame
{
    /// <summary>The fault in a sentence; null where there is none.</summary>
    public static string? Find(GradientCheck check, Network network, Loss loss)
    {
        if (!double.IsFinite(check.Value))
            return $"The loss is {(double.IsNaN(check.Value) ? "not a number" : "infinite")}, so no gradient can be checked.";
        if (check.AutogradValue is { } theirs
            && !(Math.Abs(check.Value - theirs) <= GradientComparison.Tolerance * Math.Max(1, Math.Abs(theirs))))
            return $"The forward passes differ: the loss is {check.Value:R} by hand and {theirs:R} in torch.";
        GradientComparison[] wrong = [.. check.Comparisons.Where(c => !c.Holds)];
        if (wrong.Length == 0)
            return null;
        var last = network.Layers.Count + 1;
        if (wrong.Any(c => c.Name == $"A{last}"))
            return $"The {loss.Name} loss's derivative by the output of layer {last} is wrong.";
        var layer = wrong.Max(c => c.Layer);
        if (layer == 1)
            return "What layer 2 hands back to its input, delta W', is wrong.";
        var dense = network.Layers[layer - 2];
        string[] names = [.. wrong.Where(c => c.Layer == layer).Select(c => c.Name)];
        // A wrong delta spoils both W and b.
        if (names.Contains(dense.Weight.Name) && (dense.Bias is null || names.Contains(dense.Bias.Name)))
        {
            var orBefore = layer < last ? $", or what layer {layer + 1} hands back to it"
                : check.AutogradValue is null ? $", or that of the {loss.Name} loss" : "";
            return $"The delta of layer {layer} is wrong: the derivative of its {dense.Activation.Name} activation{orBefore}.";
        }
        return $"In layer {layer} the gradient of {string.Join(" and ", names)} is wrong, the rest is right.";
    }
}
