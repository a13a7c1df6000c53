using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// cs231n's "class Neuron" (COURSE B3). It differs in one thing: the slide's neuron_tick(inputs) lacks self.
// Inputs and weights are one row each; other shapes are refused, where NumPy would pair every input with every weight.
public sealed class Neuron(Matrix weights, double bias)
{
    public double NeuronTick(Matrix inputs)
    {
        ShapeException.ThrowUnlessSame(inputs, weights, "A neuron's inputs and weights");
        var cellBodySum = (inputs * weights).Sum() + bias;
        var firingRate = 1.0 / (1.0 + Math.Exp(-cellBodySum)); // sigmoid activation function
        return firingRate;
    }
}
