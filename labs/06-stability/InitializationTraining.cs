using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// A small deep network learns which of 200 points of a square lie in a disc, from weights that a scheme draws (COURSE D5; the deck has no
// program for it). The draws come in this order, on the CPU: the points, then layer by layer Linear's own and the scheme's.
public static class InitializationTraining
{
    public static float[] Run(
        InitializationScheme scheme, Func<Module<Tensor, Tensor>> activation, int depth = 8, int width = 32, double lr = 0.05,
        int epochs = 150, Device? device = null, Action<int, float>? print = null)
    {
        using var scope = NewDisposeScope();
        (var x, var inside) = Points();
        int[] sizes = [2, .. Enumerable.Repeat(width, depth), 2];
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 1; i < sizes.Length; i++)
        {
            var layer = Linear(sizes[i - 1], sizes[i]);
            using (no_grad())
            {
                scheme.Draw(layer.weight!);
                layer.bias!.zero_();
            }

            layers.AddRange(i == 1 ? [layer] : [activation(), layer]);
        }

        using var model = Sequential(layers).to(device ?? CPU);
        using var lossFunction = CrossEntropyLoss();
        using var optimizer = optim.SGD(model.parameters(), lr);
        (x, inside) = (x.to(device ?? CPU), inside.to(device ?? CPU));
        var losses = new float[epochs];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            using var step = NewDisposeScope();
            var loss = lossFunction.call(model.call(x), inside);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            losses[epoch] = loss.item<float>();
            print?.Invoke(epoch, losses[epoch]);
        }

        return losses;
    }

    public static (Tensor X, Tensor Inside) Points()
    {
        var x = empty(200, 2).uniform_(-1, 1);
        return (x, (x.pow(2).sum(dim: 1) < 0.6).to(int64));
    }

    // The cross-entropy of the best guess that looks at no point: the entropy of the two classes' shares.
    public static double LossOfGuessing(long seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var share = Points().Inside.to(float64).mean().item<double>();
        return share is 0 or 1 ? 0 : -(share * Math.Log(share)) - ((1 - share) * Math.Log(1 - share));
    }
}
