using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// A deep linear network of width 4, y = x W1 W2 ... (COURSE D4, 기울기 폭발): its gradients are products of matrices, as the slide's M is. It is
// to learn another linear map from 64 points. The deck names the trouble; the network and the clipping are this course's.
public sealed record DeepLinear(Tensor X, Tensor Y, Parameter[] W)
{
    // The draws come in this order, on the CPU: inputs, the map to learn, then W layer by layer.
    public static DeepLinear Draw(int depth, double std = 1, Device? device = null)
    {
        var x = empty(64, 4).normal_(0, 1).to(device ?? CPU);
        var y = mm(x, empty(4, 4).normal_(0, 1).to(device ?? CPU));
        return new(x, y, [.. Enumerable.Range(0, depth).Select(_ => new Parameter(empty(4, 4).normal_(0, std).to(device ?? CPU)))]);
    }

    public Tensor Loss()
    {
        var a = X;
        foreach (var w in W)
            a = mm(a, w);
        TensorShapes.ThrowUnlessSame(a, Y);
        return (a - Y).pow(2).mean();
    }

    // The norm of all gradients together.
    public double GradientNorm() => Math.Sqrt(W.Sum(w => Math.Pow(w.grad!.NormInFloat64(), 2)));

    // Gradient descent; where the norm of all gradients together is larger than clip, it is brought down to it. Returns each step's loss
    // and norm, as they are before clipping and update.
    public (float[] Losses, double[] Norms) Train(int steps, double lr, double clip, Action<int, float>? print = null)
    {
        using optim.Optimizer optimizer = optim.SGD(W, lr);
        (var losses, var norms) = (new float[steps], new double[steps]);
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            var loss = Loss();
            optimizer.zero_grad();
            loss.backward();
            norms[step] = GradientNorm();
            if (double.IsFinite(clip))
                Clip(clip / (norms[step] + 1e-6));
            optimizer.step();
            losses[step] = loss.item<float>();
            print?.Invoke(step, losses[step]);
        }

        return (losses, norms);
    }

    // As nn.utils.clip_grad_norm_(W, clip) does it, but for the norm: that one takes it in float32, where it is infinite from entries of
    // 1.8e19 on, and makes all gradients 0 then (a depth of 60).
    private void Clip(double factor)
    {
        using Scalar atMost1 = Math.Min(1, factor); // a local, because TorchSharp lets the garbage collector take a Scalar in use
        foreach (var w in W)
            w.grad!.mul_(atMost1);
    }
}
