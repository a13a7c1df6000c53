using CourseLabs.Backprop.Losses;
using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;

namespace CourseLabs.Labs;

/// <summary>
/// Deck C's learning loop before it has backpropagation (COURSE C1): every weight is moved a little to see what the loss does. The step h
/// is the reader's here; <see cref="CourseLabs.Backprop.Gradients.NumericalGradient"/> has the best one built in.
/// </summary>
public static class NumericalDifferentiation
{
    /// <summary>(f(x + h) - f(x - h)) / 2h, entry by entry: the error falls with h^2, until rounding takes over.</summary>
    public static Matrix Central(Func<double> f, Matrix at, double h) => Quotients(f, at, h, -h);

    /// <summary>(f(x + h) - f(x)) / h, entry by entry: the error falls with h only.</summary>
    public static Matrix Forward(Func<double> f, Matrix at, double h) => Quotients(f, at, h, 0);

    /// <summary>The deck's five steps.</summary>
    /// <param name="network">What learns; its weights change.</param>
    /// <param name="x">Step 1: the training data, (batch x inputs).</param>
    /// <param name="target">What the output should be, (batch x outputs).</param>
    /// <param name="alpha">The learning rate.</param>
    /// <param name="h">How far a weight is moved.</param>
    /// <param name="steps">How often steps 2 to 4 are repeated (step 5).</param>
    /// <param name="report">Told the step and the loss before its update.</param>
    /// <returns>The loss before each update.</returns>
    public static double[] Train(
        Network network, Matrix x, Matrix target, double alpha, double h, int steps, Action<int, double>? report = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        var loss = new HalfSquaredError();
        // Steps 2 and 3: feed forward, and the loss.
        double E() => loss.Value(network.Forward(x), target);

        double[] losses = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            losses[step] = E();
            report?.Invoke(step, losses[step]);
            // Step 4: numerical derivatives of all weights, then W := W - alpha dE/dW.
            foreach (Parameter parameter in network.Parameters)
                parameter.Gradient.CopyFrom(Central(E, parameter.Value, h));
            foreach (Parameter parameter in network.Parameters)
                parameter.Value.AddInPlace(-alpha, parameter.Gradient);
        }
        return losses;
    }

    private static Matrix Quotients(Func<double> f, Matrix at, double up, double down)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(at);
        var gradient = new Matrix(at.Rows, at.Columns);
        for (int i = 0; i < at.Values.Length; i++)
        {
            double x = at.Values[i];
            at.Values[i] = x + up;
            double above = f();
            at.Values[i] = x + down;
            gradient.Values[i] = (above - f()) / (up - down);
            at.Values[i] = x;
        }
        return gradient;
    }
}
