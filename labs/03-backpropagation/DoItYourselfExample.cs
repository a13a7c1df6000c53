using CourseLabs.Examples;

namespace CourseLabs.Labs;

// "은닉층에서의 오차역전파" (backpropagation in the hidden layer), "Do It Yourself" (COURSE C3): the formulas of TwoByTwo.cs.
public sealed class DoItYourselfExample() : Example(
    "C3", "do-it-yourself", "03-backpropagation", "The hidden layer's derivatives, by hand",
    "The deck finds dE/dw11(2) of the 2-2-2 network and leaves dE/dw21(2), dE/dw12(2), dE/dw22(2), dE/db1(2) and dE/db2(2) to the " +
    "student: here they are, term by term, beside autograd, on the same drawn network as in the example two-by-two.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        var network = TwoByTwoExample.Draw(run.Seed);
        (var w2, var b2) = network.HiddenLayer();
        var autograd = network.ByAutograd();
        return new(Title)
        {
            Figures = [.. TwoByTwoExample.Weights("(2)", w2, autograd.W2), .. TwoByTwoExample.Biases("(2)", b2, autograd.B2)],
        };
    }
}
