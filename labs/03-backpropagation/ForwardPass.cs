using CourseLabs.Backprop.Activations;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>
/// The forward pass that deck D computes in NumPy (COURSE D1): 2 inputs, hidden layers of 3 and 2, 2 outputs. The deck's code calls the
/// sums A1, A2, A3 and their sigmoids Z1, Z2, while its formulas have z for the sums and a for the sigmoids (COURSE D1!); the names here
/// are the code's, so that the figures carry the deck's names.
/// </summary>
public sealed class ForwardPass
{
    private ForwardPass(Matrix z1, Matrix z2, Matrix y) => (Z1, Z2, Y) = (z1, z2, y);

    /// <summary>The first hidden layer's sigmoids, (1 x 3).</summary>
    public Matrix Z1 { get; }

    /// <summary>The second hidden layer's sigmoids, (1 x 2).</summary>
    public Matrix Z2 { get; }

    /// <summary>The outputs, (1 x 2).</summary>
    public Matrix Y { get; }

    /// <summary>The deck's program, with its numbers.</summary>
    public static ForwardPass OfTheSlide()
    {
        var sigmoid = new Sigmoid();
        var identity = new Identity();

        Matrix x = Matrix.FromRow(1.0, 0.5);
        Matrix w1 = Matrix.FromRows([0.1, 0.3, 0.5], [0.2, 0.4, 0.6]);
        Matrix b1 = Matrix.FromRow(0.1, 0.2, 0.3);
        Matrix a1 = x.Dot(w1) + b1;
        Matrix z1 = sigmoid.Forward(a1);

        Matrix w2 = Matrix.FromRows([0.1, 0.4], [0.2, 0.5], [0.3, 0.6]);
        Matrix b2 = Matrix.FromRow(0.1, 0.2);
        Matrix a2 = z1.Dot(w2) + b2;
        Matrix z2 = sigmoid.Forward(a2);

        Matrix w3 = Matrix.FromRows([0.1, 0.3], [0.2, 0.4]);
        Matrix b3 = Matrix.FromRow(0.1, 0.2);
        Matrix a3 = z2.Dot(w3) + b3;
        Matrix y = identity.Forward(a3);
        return new(z1, z2, y);
    }
}
