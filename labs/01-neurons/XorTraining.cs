using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Matrices;
using CourseLabs.Backprop.Networks;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>The multi-layer perceptron that learns XOR, once by hand and once in TorchSharp, from the same weights (COURSE E2).</summary>
internal static class XorTraining
{
    /// <summary>The four corners, (4 x 2).</summary>
    public static Matrix X => Matrix.FromRows([0, 0], [1, 0], [0, 1], [1, 1]);

    /// <summary>XOR of them, (4 x 1).</summary>
    public static Matrix Target => Matrix.FromRow(0, 1, 1, 0).T;

    /// <summary>A network 2-hidden-1 of tanh and a sigmoid, with its first weights.</summary>
    public static Network Draw(int hidden, Random random) => Network.Create(
        [2, hidden, 1], () => new Backprop.Activations.Tanh(), () => new Backprop.Activations.Sigmoid(), Initialize.Normal(), random, Initialize.Normal());

    /// <summary>Trains by hand, with E = 1/2 sum (t - a)^2 and plain gradient descent.</summary>
    /// <returns>The loss of each epoch, before its update.</returns>
    public static double[] ByHand(Network network, double lr, int epochs, CancellationToken cancellation) =>
        GradientDescent.Train(network, X, Target, new HalfSquaredError(), lr, epochs, cancellation);

    /// <summary>Trains a copy of the network in TorchSharp in the same way.</summary>
    /// <param name="network">Where the first weights come from; it is not changed.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="epochs">How often the four examples are seen.</param>
    /// <param name="points">(points x 2): where the trained model is asked.</param>
    /// <param name="cancellation">Ends the training with an exception.</param>
    /// <returns>The loss of each epoch, before its update, and the outputs at the points, (points x 1).</returns>
    public static (double[] Losses, Matrix Outputs) InTorch(
        Network network, double lr, int epochs, Matrix points, CancellationToken cancellation)
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential model = Sequential(Copy(network.Layers[0]), Tanh(), Copy(network.Layers[1]), Sigmoid());
        using SGD optimizer = optim.SGD(model.parameters(), lr);
        Tensor x = X.ToTensor(), target = Target.ToTensor();
        double[] losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            using DisposeScope step = NewDisposeScope();
            optimizer.zero_grad();
            Tensor loss = functional.mse_loss(model.call(x), target, Reduction.Sum) / 2;
            loss.backward();
            optimizer.step();
            losses[epoch] = loss.item<double>();
        }

        using IDisposable noGrad = no_grad();
        return (losses, model.call(points.ToTensor()).ToMatrix());
    }

    // torch's weight is (outputs x inputs).
    private static Linear Copy(Dense layer)
    {
        using DisposeScope scope = NewDisposeScope();
        Linear linear = Linear(layer.Inputs, layer.Outputs, dtype: ScalarType.Float64);
        using IDisposable noGrad = no_grad();
        linear.weight!.copy_(layer.Weight.Value.T.ToTensor());
        linear.bias!.copy_(layer.Bias!.Value.ToTensor().flatten());
        return linear;
    }
}
