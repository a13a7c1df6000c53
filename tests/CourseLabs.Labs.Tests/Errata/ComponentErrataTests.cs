using CourseLabs.Matrices;

namespace CourseLabs.Labs.Tests;

/// <summary>Deck C's component formulas as they are written and as they are meant, beside autograd (<c>labs/ERRATA.md</c>).</summary>
public sealed class ComponentErrataTests
{
    private static readonly TwoByTwo Net = new(
        Matrix.FromRow(0.5, -0.3),
        Matrix.FromRow(0.1, 0.9),
        Matrix.FromRows([0.4, -0.6], [0.7, 0.2]),
        Matrix.FromRow(0.1, -0.2),
        Matrix.FromRows([0.3, 0.8], [-0.5, 0.9]),
        Matrix.FromRow(-0.1, 0.25));

    private static readonly (Matrix W2, Matrix B2, Matrix W3, Matrix B3) Autograd = Net.ByAutograd();

    // The slides' names: a1_2 is a1(2), w21_3 is w21(3), to neuron 2 from neuron 1.
    private static readonly double a1_1 = Net.A1[0, 0], a2_1 = Net.A1[0, 1], t1 = Net.T[0, 0], t2 = Net.T[0, 1];
    private static readonly double a1_2 = Net.A2[0, 0], a2_2 = Net.A2[0, 1], a1_3 = Net.A3[0, 0], a2_3 = Net.A3[0, 1];
    private static readonly double w21_2 = Net.W2[0, 1], w22_2 = Net.W2[1, 1], b2_2 = Net.B2[0, 1];
    private static readonly double w11_3 = Net.W3[0, 0], w21_3 = Net.W3[0, 1], w22_3 = Net.W3[1, 1], b2_3 = Net.B3[0, 1];

    [Fact]
    public void The_E2_branch_of_dE_dw11_2_goes_through_a1_and_not_a2()
    {
        var viaE1 = (a1_3 - t1) * a1_3 * (1 - a1_3) * w11_3 * a1_2 * (1 - a1_2) * a1_1;
        // Literally: dz2(3)/da2(2) is w22(3), and da2(2)/dz1(2) is 0, for a2(2) = S(z2(2)) does not depend on z1(2).
        var slide = viaE1 + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w22_3 * 0 * a1_1);
        // With the slope that the slide gives it, S(z1)(1 - S(z1)), but w22(3) as dz2(3)/da2(2).
        var slideWithItsSlope = viaE1 + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w22_3 * a1_2 * (1 - a1_2) * a1_1);
        var right = viaE1 + ((a2_3 - t2) * a2_3 * (1 - a2_3) * w21_3 * a1_2 * (1 - a1_2) * a1_1);

        Holds(Autograd.W2[0, 0], slide, right);
        Holds(Autograd.W2[0, 0], slideWithItsSlope, right);
    }

    [Fact]
    public void The_second_hidden_sum_takes_the_first_input_once() =>
        Holds(
            Net.Z2[0, 1],
            (a2_1 * w21_2) + (a2_1 * w22_2) + b2_2,
            (a1_1 * w21_2) + (a2_1 * w22_2) + b2_2);

    [Fact]
    public void The_second_output_sum_takes_the_first_hidden_neuron_once() =>
        Holds(
            Net.Z3[0, 1],
            (a2_2 * w21_3) + (a2_2 * w22_3) + b2_3,
            (a1_2 * w21_3) + (a2_2 * w22_3) + b2_3);

    [Fact]
    public void Step_4_of_dE_dw22_3_differentiates_the_sum_by_w22_and_not_w21()
    {
        var upstream = (a2_3 - t2) * a2_3 * (1 - a2_3);
        double byW21 = a1_2, byW22 = a2_2;

        Holds(Autograd.W3[1, 1], upstream * byW21, upstream * byW22);
    }

    [Fact]
    public void The_matrix_of_dE_dW3_ends_in_w22_of_its_own_layer() =>
        Holds(Autograd.W3[1, 1], Autograd.W2[1, 1], Net.ByMatrices().W3[1, 1]);

    [Fact]
    public void The_second_outputs_derivatives_have_its_own_error_in_them()
    {
        var slide = (a1_3 - t1) * a2_3 * (1 - a2_3);
        var right = (a2_3 - t2) * a2_3 * (1 - a2_3);

        Holds(Autograd.W3[0, 1], slide * a1_2, right * a1_2);
        Holds(Autograd.W3[1, 1], slide * a2_2, right * a2_2);
        Holds(Autograd.B3[0, 1], slide, right);
    }

    [Fact]
    public void The_second_output_is_the_sigmoid_of_its_own_sum()
    {
        static double S(double z) => 1 / (1 + Math.Exp(-z));

        Holds(a2_3, S(Net.Z3[0, 0]), S(Net.Z3[0, 1]));
    }

    [Fact]
    public void The_headings_about_biases_name_other_derivatives()
    {
        (_, var b3) = Net.OutputLayer();
        (_, var b2) = Net.HiddenLayer();

        Holds(Autograd.B3[0, 0], Autograd.W3[0, 1], b3[0, 0]); // b1(3)'s slide asks for dE/dw21(3)
        Holds(Autograd.B3[0, 1], Autograd.B3[0, 0], b3[0, 1]); // b2(3)'s slides are headed b1(3)
        Holds(Autograd.B2[0, 0], Autograd.B3[0, 0], b2[0, 0]); // the hidden layer's slide points to b(3)
    }

    // What is right equals autograd (or the forward pass), and what the slide says is another number.
    private static void Holds(double expected, double slide, double right)
    {
        Assert.Equal(expected, right, 1e-15);
        Assert.True(Math.Abs(expected - slide) > 0.1 * Math.Abs(expected), $"The slide's {slide} is {expected} too.");
    }
}
