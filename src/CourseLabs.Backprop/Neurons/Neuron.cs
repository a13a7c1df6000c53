using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Neurons;

/// <summary>The lecture's neuron: firing rate = sigmoid(sum(inputs * weights) + bias) (COURSE B3).</summary>
/// <param name="weights">(1 x inputs).</param>
/// <param name="bias">The bias.</param>
public sealed class Neuron(Matrix weights, double bias)
{
    /// <summary>How strongly the neuron fires, from 0 to 1.</summary>
    /// <param name="inputs">(1 x inputs).</param>
    /// <returns>The firing rate.</returns>
    /// <exception cref="ShapeException">There are not as many inputs as weights.</exception>
    public double Tick(Matrix inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ShapeException.ThrowUnlessSame(inputs, weights, "Inputs and weights of a neuron");
        var cellBodySum = (inputs * weights).Sum() + bias;
        return 1 / (1 + Math.Exp(-cellBodySum));
    }
}
