using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>What deck C's NeuralNetwork class does as it is written, on random rows in place of MNIST's (<c>labs/ERRATA.md</c>).</summary>
public sealed class MnistCodeErrataTests
{
    private const double LearningRate = 0.3;

    private readonly Matrix w2, b2, w3, b3, a1, t;

    public MnistCodeErrataTests()
    {
        var random = new Random(7);
        Matrix Draw(int rows, int columns, double std) => new Matrix(rows, columns).Map(_ => std * random.NextNormal());
        (a1, t) = (Draw(1, 784, 0.3), new Matrix(1, 10).Map(_ => random.Next(2) == 0 ? 0.01 : 0.99));
        (w2, b2, w3, b3) = (Draw(784, 100, 1 / 28.0), Draw(1, 100, 0.5), Draw(100, 10, 0.1), Draw(1, 10, 0.5));
    }

    private Matrix A2 => (a1.Dot(w2) + b2).Map(Sigmoid);

    private Matrix A3 => (A2.Dot(w3) + b3).Map(Sigmoid);

    private Matrix Loss3 => (A3 - t) * A3 * (1 - A3);

    private Matrix Loss2With(Matrix weights) => Loss3.Dot(weights.T) * A2 * (1 - A2);

    private Matrix[] Autograd => SigmoidAutograd.Of(a1, t, w2, b2, w3, b3).Gradients;

    [Fact]
    public void W2_cannot_take_the_update_that_has_A2_in_it()
    {
        var slide = A2.T.Dot(Loss2With(w3));
        var refused = Assert.Throws<ShapeException>(() => w2 - LearningRate * slide);

        Assert.Equal("(100 x 100)", slide.Shape);
        Assert.Contains("(784 x 100)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("(100 x 100)", refused.Message, StringComparison.Ordinal);
        Assert.InRange(GradientError.Relative(a1.T.Dot(Loss2With(w3)), Autograd[0]), 0, 1e-13);
    }

    [Fact]
    public void Loss_2_from_the_updated_W3_is_not_the_gradient()
    {
        var updated = w3 - LearningRate * A2.T.Dot(Loss3);
        Matrix slide = a1.T.Dot(Loss2With(updated)), right = a1.T.Dot(Loss2With(w3));

        Assert.InRange(GradientError.Relative(right, Autograd[0]), 0, 1e-13);
        Assert.InRange(GradientError.Relative(slide, Autograd[0]), 0.01, 1);
    }

    [Fact]
    public void A_well_known_worked_example_has_the_same_wrong_order_in_its_later_figures()
    {
        const double x1 = 0.05, x2 = 0.10, yt1 = 0.01, yt2 = 0.99, eta = 0.5;
        var start = DeltaUpdates.Mazurs;
        var gradient = start.Gradient(x1, x2, yt1, yt2);
        var right = start.Step(gradient, eta);

        // Its hidden deltas, with the output weights that have been updated.
        (var yh1, var yh2, var yo1, var yo2) = start.Forward(x1, x2);
        double deltaO1 = (yo1 - yt1) * yo1 * (1 - yo1), deltaO2 = (yo2 - yt2) * yo2 * (1 - yo2);
        var deltaH1 = ((deltaO1 * right.W31) + (deltaO2 * right.W41)) * yh1 * (1 - yh1);
        var deltaH2 = ((deltaO1 * right.W32) + (deltaO2 * right.W42)) * yh2 * (1 - yh2);
        var late = right with
        {
            W11 = start.W11 - (eta * deltaH1 * x1),
            W12 = start.W12 - (eta * deltaH1 * x2),
            W21 = start.W21 - (eta * deltaH2 * x1),
            W22 = start.W22 - (eta * deltaH2 * x2),
        };

        Assert.Equal(0.291027924, late.Error(x1, x2, yt1, yt2), 5e-10);
        Assert.Equal(0.29102777369359933, right.Error(x1, x2, yt1, yt2), 1e-15);
    }

    [Fact]
    public void The_printed_loss_is_not_the_one_whose_gradient_is_taken()
    {
        using var scope = NewDisposeScope();
        var target = t.ToTensor();
        var z3 = A2.Dot(w3) + b3;
        const double delta = 1e-7; // the slide's, against the logarithm of 0
        var ofThePrinted = MatrixTensors.Autograd(
            z =>
            {
                var a3 = sigmoid(z[0]);
                return -((target * log(a3 + delta)) + ((1 - target) * log(1 - a3 + delta))).sum();
            },
            z3).Gradients[0];
        var ofTheSquares = MatrixTensors.Autograd(z => 0.5 * (target - sigmoid(z[0])).pow(2).sum(), z3).Gradients[0];

        Assert.InRange(GradientError.Relative(Loss3, ofTheSquares), 0, 1e-13);
        Assert.InRange(GradientError.Relative(A3 - t, ofThePrinted), 0, 1e-5);
        Assert.InRange(GradientError.Relative(Loss3, ofThePrinted), 0.5, 1);
    }

    [Fact]
    public void Every_400th_step_does_not_print_the_steps_that_were_printed()
    {
        int[] printed = [0, 1000, 2000, 57_000, 58_000, 59_000];

        Assert.Equal([1000, 57_000, 59_000], printed.Where(step => step % 400 != 0));
        Assert.All(printed, step => Assert.Equal(0, step % 1000));
    }

    [Fact]
    public void The_initializer_called_Xavier_has_another_variance()
    {
        var random = new Random(1);
        double Variance(Initializer initializer) => Enumerable.Range(0, 100_000).Average(_ => Math.Pow(initializer(random, 784, 100), 2));

        Assert.Equal(1 / 784.0, Variance(Initialize.ScaledNormal), 0.05 / 784);
        Assert.Equal(2 / 884.0, Variance(Initialize.XavierNormal), 0.05 / 442);
    }

    // What Python said: Peers/slide_code.py.
    [Theory]
    [InlineData("accuracy-with-two-arguments", "TypeError")]
    [InlineData("accuracy-of-obj", "NameError")]
    [InlineData("accuracy-print", "SyntaxError")]
    [InlineData("accuracy-print-for-3-of-4", "[25.0, 50.0, 50.0, 75.0]")]
    [InlineData("sigmoid", "NameError")]
    [InlineData("datetime", "NameError")]
    [InlineData("W2-with-A2", "ValueError")]
    [InlineData("accuracy-of-9432-in-10000", "94.32000000000001")]
    public void The_class_as_it_is_written_ends_in(string part, string end) =>
        Assert.Equal(end, PeerFigures.Document("slide_code.json").GetProperty("ends").GetProperty(part).GetString());

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
}
