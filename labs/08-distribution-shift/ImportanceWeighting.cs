using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// The cure of covariate shift in the steps of Dive into Deep Learning 4.9, which the deck retells (4.9 환경과 분포 이동, COURSE D6); the
// slides have pictures only. It needs training examples (x, y) and inputs u from after the shift, without labels.
public static class ImportanceWeighting
{
    // So many epochs end at the minimum to four digits or more: the losses are convex, and a test compares with the normal equations.
    public const int ToTheMinimum = 400;

    // Steps 1 and 2: logistic regression h on {(x, 0)} and {(u, 1)}. The book writes -1 and 1, the loss is the same. There are as many u
    // as x, so exp(h) is the ratio p(x) / q(x) itself.
    public static void TellApart(Linear h, Tensor x, Tensor u, int epochs = ToTheMinimum, Action<float>? print = null)
    {
        using var scope = NewDisposeScope();
        var z = cat([zeros(x.shape[0], 1), ones(u.shape[0], 1)], 0).to(x.device);
        Train(h, BCEWithLogitsLoss(reduction: Reduction.None), cat([x, u], 0), z, epochs: epochs, print: print);
    }

    // Step 3: beta_i = min(exp(h(x_i)), c), so that no single example rules the training.
    public static Tensor Weights(Linear h, Tensor x, double c)
    {
        using var noGrad = no_grad();
        using Scalar max = c; // a local, because TorchSharp lets the garbage collector take a Scalar that is still in use
        return h.call(x).exp().clamp(max: max);
    }

    // Step 4: an f of least weighted risk, 1/n sum beta_i l(f(x_i), y_i). Without beta it is the training before the shift.
    public static void Train(
        Linear f, Loss<Tensor, Tensor, Tensor> l, Tensor x, Tensor y, Tensor? beta = null, int epochs = ToTheMinimum,
        Action<float>? print = null)
    {
        using var optimizer = optim.Adam(f.parameters(), lr: 0.1);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            using var scope = NewDisposeScope();
            var losses = l.call(f.call(x), y); // one an example: reduction none
            TensorShapes.ThrowUnlessSame(losses, y);
            if (beta is not null)
                TensorShapes.ThrowUnlessSame(losses, beta, "weight");
            var risk = (beta is null ? losses : beta * losses).mean();
            optimizer.zero_grad();
            risk.backward();
            optimizer.step();
            print?.Invoke(risk.item<float>());
        }
    }
}
