using CourseLabs.Examples;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// "4.7 순전파, 역전파" (forward and backward propagation), "순전파 코드" (code of the forward pass) (COURSE D1): what ForwardPass.cs gives.
public sealed class ForwardPassExample() : Example(
    "D1", "forward-pass", "03-backpropagation", "Forward pass through two hidden layers",
    "X = [1, 0.5] through sigmoid layers of 3 and 2 and an identity output, as in the deck's NumPy code. Z1, Z2 and Y are what the " +
    "deck prints; by its own formulas they would be called a(2), a(3) and a(4).")
{
    public override ExampleResult Run(ExampleRun run)
    {
        (var z1, var z2, var y) = ForwardPass.Run();
        return new(Title)
        {
            Figures =
            [
                Printed("Z1", z1, 0.57444252, 0.66818777, 0.75026011),
                Printed("Z2", z2, 0.62624937, 0.7710107),
                Printed("Y", y, 0.31682708, 0.69627909),
            ],
        };
    }

    // NumPy prints eight digits.
    private static Figure Printed(string name, Matrix ours, params double[] slide) => Figure.Of(
        name, ours.Values.ToArray(), expected: slide, tolerance: 5e-9, source: "the slide, 4.7: printed to eight digits");
}
