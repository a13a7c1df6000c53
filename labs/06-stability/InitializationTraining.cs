using TorchSharp;
using TorchSharp.Modules;
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
        using DisposeScope scope = NewDisposeScope();
        (Tensor x, Tensor inside) = Points();
        int[] sizes = [2, .. Enumerable.Repeat(width, depth), 2];
        var layers = new List<Module<Tensor, Tensor>>();
        for (int i = 1; i < sizes.Length; i++)
        {
            Linear layer = Linear(sizes[i - 1], sizes[i]);
            using (no_grad())
            {
                scheme.Draw(layer.weight!);
                layer.bias!.zero_();
            }

            layers.AddRange(i == 1 ? [layer] : [activation(), layer]);
        }

        using Sequential model = Sequential(layers).to(device ?? CPU);
        using CrossEntropyLoss lossFunction = CrossEntropyLoss();
        using SGD optimizer = optim.SGD(model.parameters(), lr);
        (x, inside) = (x.to(device ?? CPU), inside.to(device ?? CPU));
        var losses = new float[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            using DisposeScope step = NewDisposeScope();
            Tensor loss = lossFunction.call(model.call(x), inside);
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
        Tensor x = empty(200, 2).uniform_(-1, 1);
        return (x, (x.pow(2).sum(dim: 1) < 0.6).to(int64));
    }

    // The cross-entropy of the best guess that looks at no point: the entropy of the two classes' shares.
    public static double LossOfGuessing(long seed)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        double share = Points().Inside.to(float64).mean().item<double>();
        return share is 0 or 1 ? 0 : -(share * Math.Log(share)) - ((1 - share) * Math.Log(1 - share));
    }
}
