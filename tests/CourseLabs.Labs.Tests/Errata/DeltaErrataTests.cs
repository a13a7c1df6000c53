using CourseLabs.Matrices;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>What the decks A, D and E leave out of their chain rule and updates, in numbers (<c>labs/ERRATA.md</c>).</summary>
public sealed class DeltaErrataTests
{
    private const double X1 = 0.05, X2 = 0.10, Yt1 = 0.01, Yt2 = 0.99;

    [Fact]
    public void Dloss_dw2_needs_the_derivative_of_the_sigmoid()
    {
        var network = new ScalarNetwork(0.5, -0.3, 1.2, 0.4, -0.8, 0.1);
        var autograd = MatrixTensors.Autograd(
            w2 => (-0.8 * sigmoid((w2[0] * sigmoid(tensor((0.5 * 2) - 0.3, ScalarType.Float64))) + 0.4)).sum(),
            Matrix.FromRow(1.2)).Gradients[0][0, 0];

        Assert.Equal(autograd, network.Backward(2).W2, 1e-15);
        Assert.True(Math.Abs(autograd - network.SlidesW2(2)) > 0.1, "the slide's is another number");
    }

    [Fact]
    public void What_deck_Ds_code_calls_Z_its_formulas_call_a()
    {
        var x = Matrix.FromRow(1, 0.5);
        var z = x.Dot(Matrix.FromRows([0.1, 0.3, 0.5], [0.2, 0.4, 0.6])) + Matrix.FromRow(0.1, 0.2, 0.3);
        var a = z.Map(v => 1 / (1 + Math.Exp(-v)));

        Assert.Equal(a.Values.ToArray(), ForwardPass.Run().Z1.Values.ToArray());
        Assert.Equal(0.3, z[0, 0], 1e-15);
        Assert.Equal(0.57444252, a[0, 0], 5e-9);
    }

    [Fact]
    public void Deck_Ds_updates_without_eta_are_steps_of_eta_1()
    {
        const double eta = 0.1;
        Matrix x = Matrix.FromRow(1, 0.5), y = Matrix.FromRow(0.01, 0.99);
        Matrix w1 = Matrix.FromRows([0.1, 0.2], [0.3, 0.4]), w2 = Matrix.FromRows([0.5, 0.6], [0.7, 0.8]);
        var autograd = SigmoidAutograd.Of(x, y, w1, new Matrix(1, 2), w2, new Matrix(1, 2)).Gradients;
        var network = new DeltaNetwork(w1, w2);
        network.Forward(x);
        (var delta3, var delta2) = network.Deltas(y);
        (var dW1, var dW2) = network.Gradients(delta3, delta2);
        network.Update(y, eta);

        Close(w1 - eta * autograd[0], network.W1);
        Close(w2 - eta * autograd[2], network.W2);
        // The slide's w = w - delta a is off by nine tenths of the gradient.
        Close((1 - eta) * autograd[0], network.W1 - (w1 - dW1));
        Close((1 - eta) * autograd[2], network.W2 - (w2 - dW2));
        Assert.True(autograd[2].Norm > 0.1);
    }

    [Fact]
    public void Deck_Es_update_of_w31_without_eta_is_a_step_of_eta_1()
    {
        var start = DeltaUpdates.Mazurs;
        var gradient = start.Gradient(X1, X2, Yt1, Yt2);

        Assert.Equal(0.35891648, start.Step(gradient, 0.5).W31, 5e-9); // with the worked example's eta
        Assert.Equal(0.40 - 0.082167041, start.W31 - gradient.W31, 5e-10); // the slide's
    }

    [Fact]
    public void Repeating_step_1_draws_the_weights_anew_so_that_nothing_is_learned()
    {
        var random = new Random(3);
        DeltaUpdates Draw() => new(
            Next(), Next(), Next(), Next(), Next(), Next(), Next(), Next(), DeltaUpdates.Mazurs.HiddenBias, DeltaUpdates.Mazurs.OutputBias);
        double Next() => (2 * random.NextDouble()) - 1;
        static DeltaUpdates Update(DeltaUpdates network) => network.Step(network.Gradient(X1, X2, Yt1, Yt2), 0.5);
        static double Error(DeltaUpdates network) => network.Error(X1, X2, Yt1, Yt2);

        // The last of a thousand rounds as written is one step away from a fresh draw; steps 2 and 3 repeated learn.
        double[] asWritten = [.. Enumerable.Range(0, 1000).Select(_ => Error(Update(Draw())))];
        var meant = Draw();
        for (var round = 0; round < 1000; round++)
            meant = Update(meant);

        Assert.Equal(asWritten.Take(500).Average(), asWritten.Skip(500).Average(), 0.02);
        Assert.All(asWritten, error => Assert.True(error > 0.05));
        Assert.True(Error(meant) < 0.002);
    }

    private static void Close(Matrix expected, Matrix actual) => Assert.InRange((expected - actual).Norm, 0, 1e-15);
}
