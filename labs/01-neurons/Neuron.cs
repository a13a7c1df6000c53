using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// cs231n's "class Neuron" (COURSE B3). It differs in one thing: the slide's neuron_tick(inputs) lacks self.
// Inputs and weights are one row each; rows of different lengths are refused.
public sealed class Neuron(Matrix weights, double bias)
{
    public double NeuronTick(Matrix inputs)
    {
        var cellBodySum = (inputs * weights).Sum() + bias;
        var firingRate = 1.0 / (1.0 + Math.Exp(-cellBodySum)); // sigmoid activation function
        return firingRate;
    }
}
