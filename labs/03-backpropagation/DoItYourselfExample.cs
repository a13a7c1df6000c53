using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>COURSE C3: the derivatives of the hidden layer that the deck leaves to the student.</summary>
public sealed class DoItYourselfExample : BackpropagationExample
{
    /// <inheritdoc/>
    public override string Id => "C3";

    /// <inheritdoc/>
    public override string Name => "do-it-yourself";

    /// <inheritdoc/>
    public override string Title => "The hidden layer's derivatives, by hand";

    /// <inheritdoc/>
    public override string Description =>
        "The deck finds dE/dw11(2) of the 2-2-2 network and leaves dE/dw21(2), dE/dw12(2), dE/dw22(2), dE/db1(2) and dE/db2(2) to the " +
        "student: here they are, term by term, beside autograd, on the same drawn network as in the example two-by-two.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        TwoByTwo network = TwoByTwoExample.Draw(context.Seed);
        (Matrix w2, Matrix b2) = HiddenLayer.ByComponents(network);
        (_, TwoByTwo.Gradients autograd) = network.ByAutograd();
        return new(Title)
        {
            Figures = [.. TwoByTwoExample.Weights("(2)", autograd.W2, w2), .. TwoByTwoExample.Biases("(2)", autograd.B2, b2)],
        };
    }
}
