using CourseLabs.Exercises;
using CourseLabs.Exercises.Values;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Checks;

/// <summary>Lab 04's tasks. What is right comes from autograd and from torch's own layers and functions.</summary>
public sealed class Lab04() : Exercise("04-mnist")
{
    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check<int[], double[]>("4.1", points: 1, member: "Scale")
        {
            Draw = random => [255, .. random.Wholes(6, 1, 254), 0],
            // On the way from 0.01 to 1.
            Right = pixels => lerp(tensor(0.01), tensor(1.0), tensor(pixels).to(ScalarType.Float64) / 255).data<double>().ToArray(),
            Mistakes =
            {
                ["whole-division"] = pixels => [.. pixels.Select(p => (p / 255 * 0.99) + 0.01)],
                ["only-255"] = pixels => [.. pixels.Select(p => p / 255.0)],
                ["not-shrunk"] = pixels => [.. pixels.Select(p => (p / 255.0) + 0.01)],
                ["not-lifted"] = pixels => [.. pixels.Select(p => p / 255.0 * 0.99)],
                ["by-256"] = pixels => [.. pixels.Select(p => (p / 256.0 * 0.99) + 0.01)],
                ["numbers-swapped"] = pixels => [.. pixels.Select(p => (p / 255.0 * 0.01) + 0.99)],
            },
        },
        new Check<(int Digit, int Count), Matrix>("4.2", points: 1, member: "Target")
        {
            Cases = 2, // the slide's ten digits; fewer
            Draw = random => (random.Case == 0 ? 10 : random.Whole(4, 7)) is var count ? (random.Whole(1, count - 1), count) : default,
            Right = x => ((nn.functional.one_hot(tensor(new long[] { x.Digit }), x.Count).to(ScalarType.Float64) * 0.98) + 0.01).ToMatrix(),
            Mistakes =
            {
                ["zero-and-one"] = x => At(x.Digit, x.Count, 1, 0),
                ["zero-elsewhere"] = x => At(x.Digit, x.Count, 0.99, 0),
                ["from-one"] = x => At(x.Digit - 1, x.Count, 0.99, 0.01),
                ["numbers-swapped"] = x => At(x.Digit, x.Count, 0.01, 0.99),
                ["added"] = x => At(x.Digit, x.Count, 1, 0.01),
                ["column"] = x => At(x.Digit, x.Count, 0.99, 0.01).T,
                ["always-ten"] = x => At(x.Digit, 10, 0.99, 0.01),
            },
        },
        new Check<(int[] Predicted, int[] Labels), (double, int[], int[])>("4.3", points: 2, member: "Accuracy")
        {
            Cases = 3, // some right; all right; none right
            Draw = random => random.Wholes(random.Whole(7, 11), 0, 9) is var labels
                ? ([.. labels.Select((label, i) => random.Case == 1 || (random.Case == 0 && i % 3 != 1)
                    ? label : (label + random.Whole(1, 9)) % 10)], labels)
                : default,
            Right = x =>
            {
                var same = tensor(x.Predicted).eq(tensor(x.Labels));
                return (same.to(ScalarType.Float64).mean().item<double>(), Places(same), Places(same.logical_not()));
            },
            Mistakes =
            {
                ["percent"] = x => (100.0 * Same(x).Length / x.Labels.Length, Same(x), Other(x)),
                ["whole-division"] = x => (Same(x).Length / x.Labels.Length, Same(x), Other(x)),
                ["count"] = x => (Same(x).Length, Same(x), Other(x)),
                ["error-rate"] = x => ((double)Other(x).Length / x.Labels.Length, Same(x), Other(x)),
                ["lists-swapped"] = x => ((double)Same(x).Length / x.Labels.Length, Other(x), Same(x)),
                ["from-one"] = x => ((double)Same(x).Length / x.Labels.Length,
                    [.. Same(x).Select(i => i + 1)], [.. Other(x).Select(i => i + 1)]),
                ["digits-for-indices"] = x => ((double)Same(x).Length / x.Labels.Length,
                    [.. Same(x).Select(i => x.Labels[i])], [.. Other(x).Select(i => x.Labels[i])]),
            },
        },
        new Check<(Matrix X, Matrix T, Matrix W2, Matrix B2, Matrix W3, Matrix B3, double Eta), (Matrix, Matrix, Matrix, Matrix)>(
            "4.4", points: 4, member: "TrainStep")
        {
            // As many inputs as hidden neurons: then the slide's A2' loss2 has the shape of W2, and can be known.
            Draw = random => (
                random.Matrix(1, 3, 0.05, 1), random.Matrix(1, 2, 0.01, 0.99), random.Matrix(3, 3), random.Matrix(1, 3),
                random.Matrix(3, 2), random.Matrix(1, 2), random.Number(0.2, 0.8)),
            Right = x =>
            {
                var g = MatrixTensors.Autograd(
                    p => 0.5 * (x.T.ToTensor() - sigmoid(sigmoid(x.X.ToTensor().mm(p[0]) + p[1]).mm(p[2]) + p[3])).pow(2).sum(),
                    x.W2, x.B2, x.W3, x.B3).Gradients;
                return (x.W2 - (x.Eta * g[0]), x.B2 - (x.Eta * g[1]), x.W3 - (x.Eta * g[2]), x.B3 - (x.Eta * g[3]));
            },
            Mistakes =
            {
                ["updated-w3"] = x =>
                {
                    (var a2, var loss3, _) = Losses(x);
                    var w3 = x.W3 - (x.Eta * a2.T.Dot(loss3));
                    var loss2 = loss3.Dot(w3.T) * a2 * (1 - a2);
                    return (x.W2 - (x.Eta * x.X.T.Dot(loss2)), x.B2 - (x.Eta * loss2), w3, x.B3 - (x.Eta * loss3));
                },
                ["a2-for-a1"] = x =>
                {
                    (var a2, var loss3, var loss2) = Losses(x);
                    return (x.W2 - (x.Eta * a2.T.Dot(loss2)), x.B2 - (x.Eta * loss2), x.W3 - (x.Eta * a2.T.Dot(loss3)),
                        x.B3 - (x.Eta * loss3));
                },
                ["added"] = x => Moved(x, Losses(x), -x.Eta),
                ["eta-missing"] = x => Moved(x, Losses(x), 1),
                ["cross-entropys"] = x => Moved(x, Losses(x, output: _ => 1), x.Eta),
                ["hidden-derivative-missing"] = x => Moved(x, Losses(x, hidden: _ => 1), x.Eta),
                ["biases-left"] = x => Moved(x, Losses(x), x.Eta) is var moved ? (moved.W2, x.B2, moved.W3, x.B3) : default,
                ["w2-left"] = x => Moved(x, Losses(x), x.Eta) is var moved ? (x.W2, x.B2, moved.W3, moved.B3) : default,
            },
        },
        new Check<(int Size, int Kernel, int Stride, int Padding), int>("4.5", points: 1, member: "OutputSize")
        {
            Cases = 3, // the lab's convolution; its pooling; padding, and a rest where the kernel does not fit any more
            Draw = random => random.Case switch
            {
                0 => (28, 5, 1, 0),
                1 => (24, 2, 2, 0),
                _ => (random.Whole(3, 5), random.Whole(2, 3), random.Whole(1, 2)) is var (kernel, stride, padding)
                    ? (kernel - (2 * padding) + (stride * random.Whole(4, 8)) + 1, kernel, stride, padding) : default,
            },
            // torch itself counts the places.
            Right = x => (int)zeros(x.Size + (2 * x.Padding)).unfold(0, x.Kernel, x.Stride).shape[0],
            Mistakes =
            {
                ["one-missing"] = x => (x.Size + (2 * x.Padding) - x.Kernel) / x.Stride,
                ["padding-once"] = x => ((x.Size + x.Padding - x.Kernel) / x.Stride) + 1,
                ["padding-missing"] = x => ((x.Size - x.Kernel) / x.Stride) + 1,
                ["stride-missing"] = x => x.Size + (2 * x.Padding) - x.Kernel + 1,
                ["rounded-up"] = x => (int)Math.Ceiling((double)(x.Size + (2 * x.Padding) - x.Kernel) / x.Stride) + 1,
                ["kernel-missing"] = x => (x.Size + (2 * x.Padding)) / x.Stride,
            },
        },
        new Check<(int InChannels, int OutChannels, int Kernel), int>("4.6", points: 1, member: "ConvolutionParameters")
        {
            Cases = 2, // the lab's first convolution; others
            Draw = random => random.Case == 0 ? (1, 8, 5) : (random.Whole(3, 8), random.Whole(9, 16), random.Whole(2, 5)),
            Right = x => (int)nn.Conv2d(x.InChannels, x.OutChannels, x.Kernel).parameters().Sum(p => p.numel()),
            Mistakes =
            {
                ["no-biases"] = x => x.OutChannels * x.InChannels * x.Kernel * x.Kernel,
                ["input-channels-missing"] = x => x.OutChannels * ((x.Kernel * x.Kernel) + 1),
                ["bias-an-input-channel"] = x => x.OutChannels * x.InChannels * ((x.Kernel * x.Kernel) + 1),
                ["one-bias"] = x => (x.OutChannels * x.InChannels * x.Kernel * x.Kernel) + 1,
                ["kernel-not-squared"] = x => x.OutChannels * ((x.InChannels * x.Kernel) + 1),
            },
        },
        new Check<(Tensor Labels, int Classes), Tensor>("4.7", points: 1, member: "OneHot")
        {
            // The last class is never among the labels.
            Draw = random => random.Whole(8, 10) is var classes ? (random.Labels(6, 0, classes - 2), classes) : default,
            Right = x => eye(x.Classes).index_select(0, x.Labels),
            Mistakes =
            {
                ["whole-numbers"] = x => nn.functional.one_hot(x.Labels, x.Classes),
                ["too-few-classes"] = x => nn.functional.one_hot(x.Labels).to(ScalarType.Float32),
                ["transposed"] = x => eye(x.Classes).index_select(1, x.Labels),
                ["slides-targets"] = x => (eye(x.Classes).index_select(0, x.Labels) * 0.98) + 0.01,
                ["from-one"] = x => eye(x.Classes).index_select(0, x.Labels).roll(1, 1),
            },
        },
        new Check<Tensor, Tensor>("4.8", points: 1, member: "Predictions")
        {
            Cases = 2, // of both signs; all below 0
            Draw = random => random.Case == 0 ? random.Tensor([6, 4], -3, 3) : random.Tensor([5, 3], -9, -1),
            Right = logits => logits.topk(1, 1).indexes.flatten(),
            Mistakes =
            {
                ["by-columns"] = logits => logits.argmax(0),
                ["largest-values"] = logits => logits.amax(1),
                ["of-all"] = logits => logits.argmax(),
                ["column"] = logits => logits.argmax(1, keepdim: true),
                ["smallest"] = logits => logits.argmin(1),
                ["from-one"] = logits => logits.argmax(1) + 1,
                ["largest-size"] = logits => logits.abs().argmax(1),
            },
        },
        new Check<(Tensor Logits, Tensor Labels), Tensor>("4.9", points: 3, member: "CrossEntropy")
        {
            Cases = 3, // small; about 1000, some 900 below; about -1000
            Draw = random => random.Case switch
            {
                0 => (random.Tensor([5, 4], -3, 3, ScalarType.Float64), random.Labels(5, 0, 3)),
                1 => (random.Tensor([4, 3], 990, 1010, ScalarType.Float64) - tensor(new double[] { 0, 900, 0 }), tensor([1L, 0, 2, 1])),
                _ => (random.Tensor([6, 3], -1010, -1000, ScalarType.Float64), random.Labels(6, 0, 2)),
            },
            Right = x => nn.functional.cross_entropy(x.Logits, x.Labels),
            Mistakes =
            {
                ["no-maximum"] = x => (x.Logits.exp().sum(dim: 1).log() - Picked(x.Logits, x.Labels)).mean(),
                ["log-of-softmax"] = x => -Picked(nn.functional.softmax(x.Logits, 1).log(), x.Labels).mean(),
                ["slides-delta"] = x => -Picked((nn.functional.softmax(x.Logits, 1) + 1e-7).log(), x.Labels).mean(),
                ["maximum-not-added"] = x =>
                    ((x.Logits - x.Logits.amax([1], keepdim: true)).exp().sum(dim: 1).log() - Picked(x.Logits, x.Labels)).mean(),
                ["sum"] = x => nn.functional.cross_entropy(x.Logits, x.Labels) * x.Labels.shape[0],
                ["sign"] = x => -nn.functional.cross_entropy(x.Logits, x.Labels),
                ["of-probabilities"] = x => nn.functional.cross_entropy(nn.functional.softmax(x.Logits, 1), x.Labels),
                ["not-averaged"] = x => x.Logits.logsumexp(1) - Picked(x.Logits, x.Labels),
                ["over-all-classes"] = x => -nn.functional.log_softmax(x.Logits, 1).mean(),
            },
        },
        new Check<(int Inputs, int Hidden, int Outputs, Tensor X), Model>("4.10", points: 2, member: "SlideNetwork")
        {
            Draw = random => random.Whole(4, 6) is var inputs
                ? (inputs, random.Whole(7, 9), random.Whole(2, 3), random.Tensor([5, inputs], 0.01, 1)) : default,
            Right = x => Model.Of(Net(x.Inputs, x.Hidden, x.Outputs, nn.Sigmoid(), nn.Sigmoid()), x.X),
            Mistakes =
            {
                ["last-sigmoid-missing"] = x => Model.Of(Net(x.Inputs, x.Hidden, x.Outputs, nn.Sigmoid(), nn.Identity()), x.X),
                ["hidden-sigmoid-missing"] = x => Model.Of(Net(x.Inputs, x.Hidden, x.Outputs, nn.Identity(), nn.Sigmoid()), x.X),
                ["relu"] = x => Model.Of(Net(x.Inputs, x.Hidden, x.Outputs, nn.ReLU(), nn.Sigmoid()), x.X),
                ["relu-twice"] = x => Model.Of(Net(x.Inputs, x.Hidden, x.Outputs, nn.ReLU(), nn.ReLU()), x.X),
                ["softmax-last"] = x => Model.Of(Net(x.Inputs, x.Hidden, x.Outputs, nn.Sigmoid(), nn.Softmax(1)), x.X),
                ["no-hidden-layer"] = x => Model.Of(nn.Sequential(nn.Linear(x.Inputs, x.Outputs), nn.Sigmoid()), x.X),
                ["no-biases"] = x => Model.Of(
                    nn.Sequential(
                        nn.Linear(x.Inputs, x.Hidden, false), nn.Sigmoid(), nn.Linear(x.Hidden, x.Outputs, false), nn.Sigmoid()),
                    x.X),
            },
        },
        new Check<(int First, int Second, Tensor X), Model>("4.11", points: 3, member: "DigitNetwork")
        {
            Draw = random => (random.Whole(2, 3), random.Whole(4, 5), random.Tensor([2, 1, 28, 28], 0, 1)),
            Right = x => Model.Of(Digits(x.First, x.Second), x.X),
            Mistakes =
            {
                ["no-relu"] = x => Model.Of(Digits(x.First, x.Second, relu: false), x.X),
                ["average-pooling"] = x => Model.Of(Digits(x.First, x.Second, max: false), x.X),
                ["kernel-3"] = x => Model.Of(Digits(x.First, x.Second, kernel: 3, side: 5), x.X),
                ["padded"] = x => Model.Of(Digits(x.First, x.Second, padding: 2, side: 7), x.X),
                ["softmax-last"] = x => Model.Of(nn.Sequential(Digits(x.First, x.Second), nn.Softmax(1)), x.X),
                ["relu-last"] = x => Model.Of(nn.Sequential(Digits(x.First, x.Second), nn.ReLU()), x.X),
                ["one-pooling"] = x => Model.Of(
                    nn.Sequential(
                        nn.Conv2d(1, x.First, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(x.First, x.Second, 5), nn.ReLU(), nn.Flatten(),
                        nn.Linear(x.Second * 64, 10)),
                    x.X),
                ["one-convolution"] = x => Model.Of(
                    nn.Sequential(nn.Conv2d(1, x.First, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(x.First * 144, 10)), x.X),
            },
        },
    ];

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    // A row with one number at a place and another elsewhere.
    private static Matrix At(int place, int count, double there, double elsewhere)
    {
        var row = Matrix.Filled(1, count, elsewhere);
        row[0, place] = there;
        return row;
    }

    private static int[] Places(Tensor where) => [.. where.nonzero().flatten().data<long>().Select(i => (int)i)];

    private static int[] Same((int[] Predicted, int[] Labels) x) =>
        [.. Enumerable.Range(0, x.Labels.Length).Where(i => x.Predicted[i] == x.Labels[i])];

    private static int[] Other((int[] Predicted, int[] Labels) x) =>
        [.. Enumerable.Range(0, x.Labels.Length).Where(i => x.Predicted[i] != x.Labels[i])];

    // A2, loss3 and loss2, with some functions for the sigmoid's derivative.
    private static (Matrix A2, Matrix Loss3, Matrix Loss2) Losses(
        (Matrix X, Matrix T, Matrix W2, Matrix B2, Matrix W3, Matrix B3, double Eta) x,
        Func<double, double>? output = null, Func<double, double>? hidden = null)
    {
        var a2 = (x.X.Dot(x.W2) + x.B2).Map(Sigmoid);
        var a3 = (a2.Dot(x.W3) + x.B3).Map(Sigmoid);
        var loss3 = (a3 - x.T) * a3.Map(output ?? (a => a * (1 - a)));
        return (a2, loss3, loss3.Dot(x.W3.T) * a2.Map(hidden ?? (a => a * (1 - a))));
    }

    private static (Matrix W2, Matrix B2, Matrix W3, Matrix B3) Moved(
        (Matrix X, Matrix T, Matrix W2, Matrix B2, Matrix W3, Matrix B3, double Eta) x, (Matrix A2, Matrix Loss3, Matrix Loss2) losses,
        double eta) =>
        (x.W2 - (eta * x.X.T.Dot(losses.Loss2)), x.B2 - (eta * losses.Loss2), x.W3 - (eta * losses.A2.T.Dot(losses.Loss3)),
            x.B3 - (eta * losses.Loss3));

    private static Tensor Picked(Tensor rows, Tensor labels) => rows.gather(1, labels.unsqueeze(1)).squeeze(1);

    private static nn.Module<Tensor, Tensor> Net(
        int inputs, int hidden, int outputs, nn.Module<Tensor, Tensor> first, nn.Module<Tensor, Tensor> second) =>
        nn.Sequential(nn.Linear(inputs, hidden), first, nn.Linear(hidden, outputs), second);

    // side: how large a picture of the second filters is at the end.
    private static nn.Module<Tensor, Tensor> Digits(
        int first, int second, bool relu = true, bool max = true, int kernel = 5, int padding = 0, int side = 4)
    {
        nn.Module<Tensor, Tensor> Activation() => relu ? nn.ReLU() : nn.Identity();
        nn.Module<Tensor, Tensor> Pooling() => max ? nn.MaxPool2d(2) : nn.AvgPool2d(2);
        return nn.Sequential(
            nn.Conv2d(1, first, kernel, padding: padding), Activation(), Pooling(),
            nn.Conv2d(first, second, kernel, padding: padding), Activation(), Pooling(), nn.Flatten(), nn.Linear(second * side * side, 10));
    }
}
