namespace CourseLabs.Labs;

/// <summary>
/// The smallest deep network (COURSE A4): one neuron a layer, y* = w3 sig(w2 sig(w1 x + b1) + b2) + b3, and the slide's
/// loss = y* - y, chosen so that it is easy to differentiate.
/// </summary>
public sealed record ScalarNetwork(double W1, double B1, double W2, double B2, double W3, double B3)
{
    /// <summary>dloss by each of the six numbers.</summary>
    public sealed record Gradient(double W1, double B1, double W2, double B2, double W3, double B3);

    /// <summary>The loss, y* - y.</summary>
    public double Loss(double x, double y)
    {
        double h1 = Sigmoid((W1 * x) + B1);
        double h2 = Sigmoid((W2 * h1) + B2);
        return (W3 * h2) + B3 - y;
    }

    /// <summary>Every derivative by the chain rule, from the loss back to the input. y is not needed: dloss/dy* = 1.</summary>
    public Gradient Backward(double x)
    {
        double h1In = (W1 * x) + B1;
        double h1 = Sigmoid(h1In);
        double h2In = (W2 * h1) + B2;
        double h2 = Sigmoid(h2In);

        double dW3 = h2;
        double dB3 = 1;
        double dW2 = W3 * SigmoidDerivative(h2In) * h1;
        double dB2 = W3 * SigmoidDerivative(h2In);
        double dW1 = W3 * SigmoidDerivative(h2In) * W2 * SigmoidDerivative(h1In) * x;
        double dB1 = W3 * SigmoidDerivative(h2In) * W2 * SigmoidDerivative(h1In);
        return new(dW1, dB1, dW2, dB2, dW3, dB3);
    }

    /// <summary>The slide's dloss/dw2 = w3 sigmoid(h2_in) sigmoid(w1 x + b), without the sigmoid's derivative (COURSE A4!).</summary>
    public double SlidesW2(double x)
    {
        double h1 = Sigmoid((W1 * x) + B1);
        return W3 * Sigmoid((W2 * h1) + B2) * h1;
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double SigmoidDerivative(double z) => Sigmoid(z) * (1 - Sigmoid(z));
}
