using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>COURSE D1: the forward pass of a network of two hidden layers, with the numbers that the deck prints.</summary>
public sealed class ForwardPassExample : BackpropagationExample
{
    /// <inheritdoc/>
    public override string Id => "D1";

    /// <inheritdoc/>
    public override string Name => "forward-pass";

    /// <inheritdoc/>
    public override string Title => "Forward pass through two hidden layers";

    /// <inheritdoc/>
    public override string Description =>
        "X = [1, 0.5] through sigmoid layers of 3 and 2 and an identity output, as in the deck's NumPy code. Z1, Z2 and Y are what the " +
        "deck prints; by its own formulas they would be called a(2), a(3) and a(4).";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ForwardPass pass = ForwardPass.OfTheSlide();
        return new(Title)
        {
            Figures =
            [
                Printed("Z1", pass.Z1, 0.57444252, 0.66818777, 0.75026011),
                Printed("Z2", pass.Z2, 0.62624937, 0.7710107),
                Printed("Y", pass.Y, 0.31682708, 0.69627909),
            ],
        };
    }

    // NumPy prints eight digits.
    private static Figure Printed(string name, Matrix ours, params double[] slide) =>
        new(name, slide, ours.Values.ToArray(), 5e-9, "the slide, 4.7: printed to eight digits");
}
