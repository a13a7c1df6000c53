using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// "다층 퍼셉트론" (multi-layer perceptron; COURSE E2): hidden tanh neurons and a sigmoid learn XOR, with E = 1/2 sum (t - a)^2 and plain
// gradient descent on all four corners, once by hand and once in TorchSharp, from the same weights. The deck leaves all of it to the
// student. Both give the loss of each epoch, before its update.
internal static class XorTraining
{
    public static Matrix X => Matrix.FromRows([0, 0], [1, 0], [0, 1], [1, 1]);

    public static Matrix Target => Matrix.FromRow(0, 1, 1, 0).T;

    public static Network Draw(int hidden, Random random) => Network.Create(
        [2, hidden, 1], () => new Backprop.Activations.Tanh(), () => new Backprop.Activations.Sigmoid(),
        Initialize.Normal(), random, Initialize.Normal());

    public static double[] ByHand(Network network, double lr, int epochs, Action<int, double>? print = null)
    {
        var losses = new double[epochs];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            losses[epoch] = network.Train(X, Target, new HalfSquaredError(), lr);
            print?.Invoke(epoch, losses[epoch]);
        }

        return losses;
    }

    // The trained model is asked at the points, (points x 2); its outputs are (points x 1). The network itself does not change.
    public static (double[] Losses, Matrix Outputs) InTorch(
        Network network, double lr, int epochs, Matrix points, Action<int, double>? print = null)
    {
        using var scope = NewDisposeScope();
        using var model = Sequential(network.Layers[0].ToLinear(), Tanh(), network.Layers[1].ToLinear(), Sigmoid());
        using var optimizer = optim.SGD(model.parameters(), lr);
        Tensor x = X.ToTensor(), target = Target.ToTensor();
        var losses = new double[epochs];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            using var step = NewDisposeScope();
            optimizer.zero_grad();
            var output = model.call(x);
            TensorShapes.ThrowUnlessSame(output, target);
            var loss = functional.mse_loss(output, target, Reduction.Sum) / 2;
            loss.backward();
            optimizer.step();
            losses[epoch] = loss.item<double>();
            print?.Invoke(epoch, losses[epoch]);
        }

        using var noGrad = no_grad();
        return (losses, model.call(points.ToTensor()).ToMatrix());
    }
}
