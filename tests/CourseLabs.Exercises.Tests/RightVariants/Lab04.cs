using CourseLabs.Matrices;
using static TorchSharp.torch;

/// <summary>Other right answers to lab 04: none may be refused.</summary>
public static class OtherOrder
{
    public static double[] Scale(int[] pixels) => [.. pixels.Select(p => 0.01 + (0.99 * p / 255))];

    public static Matrix Target(int digit, int count) =>
        Matrix.FromRow([.. Enumerable.Range(0, count).Select(i => i == digit ? 0.99 : 0.01)]);

    public static (double, int[], int[]) Accuracy(int[] predicted, int[] labels)
    {
        var byMatch = Enumerable.Range(0, labels.Length).ToLookup(i => predicted[i] == labels[i]);
        return (1 - (byMatch[false].Count() / (double)labels.Length), [.. byMatch[true]], [.. byMatch[false]]);
    }

    public static (Matrix, Matrix, Matrix, Matrix) TrainStep(
        Matrix x, Matrix t, Matrix w2, Matrix b2, Matrix w3, Matrix b3, double eta)
    {
        // In place, on copies, as the slide's order would have it, but with a copy of the old W3.
        var a2 = (x.Dot(w2) + b2).Map(z => 0.5 + (0.5 * Math.Tanh(z / 2)));
        var a3 = (a2.Dot(w3) + b3).Map(z => 0.5 + (0.5 * Math.Tanh(z / 2)));
        var loss3 = (a3 - t) * (a3 - (a3 * a3));
        (Matrix newW2, Matrix newB2, Matrix newW3, Matrix newB3) = (w2.Copy(), b2.Copy(), w3.Copy(), b3.Copy());
        newW3.AddTransposeDot(-eta, a2, loss3);
        newB3.AddInPlace(-eta, loss3);
        var loss2 = loss3.DotTranspose(w3);
        loss2.MultiplyInPlace(a2 - (a2 * a2));
        newW2.AddTransposeDot(-eta, x, loss2);
        newB2.AddInPlace(-eta, loss2);
        return (newW2, newB2, newW3, newB3);
    }

    public static int OutputSize(int size, int kernel, int stride, int padding)
    {
        var count = 0;
        for (var at = -padding; at + kernel <= size + padding; at += stride)
            count++;
        return count;
    }

    public static int ConvolutionParameters(int inChannels, int outChannels, int kernel) =>
        (int)nn.Conv2d(inChannels, outChannels, kernel).parameters().Sum(p => p.numel());

    public static Tensor OneHot(Tensor labels, int classes) =>
        nn.functional.one_hot(labels, classes).to(ScalarType.Float32);

    public static Tensor Predictions(Tensor logits)
    {
        var (_, indices) = nn.functional.softmax(logits, 1).max(1);
        return indices;
    }

    public static Tensor CrossEntropy(Tensor logits, Tensor labels)
    {
        // Row by row, with numbers.
        var sum = 0.0;
        for (var row = 0; row < labels.shape[0]; row++)
        {
            var z = logits[row].data<double>().ToArray();
            sum += Math.Log(z.Sum(v => Math.Exp(v - z.Max()))) + z.Max() - z[labels[row].item<long>()];
        }

        return tensor(sum / labels.shape[0]);
    }

    public static nn.Module<Tensor, Tensor> SlideNetwork(int inputs, int hidden, int outputs) => new TwoLayers(inputs, hidden, outputs);

    public static nn.Module<Tensor, Tensor> DigitNetwork(int first, int second) => new Convolutions(first, second);

    private sealed class TwoLayers : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> hidden, output;

        public TwoLayers(int inputs, int hidden, int outputs)
            : base("network")
        {
            (this.hidden, output) = (nn.Linear(inputs, hidden), nn.Linear(hidden, outputs));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => output.call(hidden.call(x).sigmoid()).sigmoid();
    }

    private sealed class Convolutions : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> first, second, last;

        public Convolutions(int first, int second)
            : base("network")
        {
            (this.first, this.second, last) = (nn.Conv2d(1, first, 5), nn.Conv2d(first, second, 5), nn.Linear(second * 16, 10));
            RegisterComponents();
        }

        // Pooling before ReLU is the same: both keep the order of numbers.
        public override Tensor forward(Tensor x)
        {
            x = nn.functional.relu(nn.functional.max_pool2d(first.call(x), 2));
            x = nn.functional.relu(nn.functional.max_pool2d(second.call(x), 2));
            return last.call(x.reshape(x.shape[0], -1));
        }
    }
}

public static class Functions
{
    public static Tensor CrossEntropy(Tensor logits, Tensor labels) => nn.functional.nll_loss(nn.functional.log_softmax(logits, 1), labels);

    public static Tensor Predictions(Tensor logits) => logits.argsort(1, descending: true)[.., 0];

    public static Tensor OneHot(Tensor labels, int classes) =>
        zeros(labels.shape[0], classes).scatter_(1, labels.unsqueeze(1), ones(labels.shape[0], 1));
}

public static class Float32
{
    public static Tensor CrossEntropy(Tensor logits, Tensor labels) => nn.functional.cross_entropy(logits.to(ScalarType.Float32), labels);
}
