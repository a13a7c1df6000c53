using CourseLabs.Matrices;
using TorchSharp;
using static TorchSharp.torch;

/// <summary>Other right answers to lab 05: none may be refused.</summary>
public static class OtherOrder
{
    public static double L1Loss(double[] output, double[] label) => label.Zip(output, (l, o) => l > o ? l - o : o - l).Average();

    public static double[] L1Gradient(double[] output, double[] label) =>
        [.. output.Zip(label, (o, l) => 1.0 / output.Length * (o > l ? 1 : o < l ? -1 : 0))];

    public static int ParameterCount(int[] sizes) => sizes.Zip(sizes.Skip(1), (n, m) => (n + 1) * m).Sum();

    public static Matrix Forward(Matrix x, Matrix[] weights)
    {
        // By recursion, from the last layer to the first; ReLU entry by entry.
        Matrix Layer(int layer)
        {
            var input = layer == 0 ? x : Layer(layer - 1).Map(z => z > 0 ? z : 0);
            return weights[(2 * layer) + 1] + input.Dot(weights[2 * layer]);
        }

        return Layer((weights.Length / 2) - 1);
    }

    public static int[][] Batches(int[] order, int size) => [.. order.Chunk(size)];

    public static (Tensor, Tensor) Data(int count)
    {
        var x = (rand(count, 1) * 30) - 15;
        return (x, randn([count, 1]) + 3 + (7 * x) + (8 * x * x));
    }

    public static nn.Module<Tensor, Tensor> RegressionModel(int hidden1, int hidden2) => new Network(hidden1, hidden2);

    public static (double[], Tensor, Tensor) Train(Tensor x, Tensor label, Tensor weight, Tensor bias, double lr, int epochs)
    {
        // Without module and optimizer; cleared after the step.
        Tensor w = weight.clone().requires_grad_(), b = bias.clone().requires_grad_();
        var losses = new List<double>();
        while (losses.Count < epochs)
        {
            var loss = nn.functional.l1_loss(nn.functional.linear(x, w, b), label);
            losses.Add(loss.ToDouble());
            loss.backward();
            using (no_grad())
            {
                w.sub_(w.grad! * lr);
                b.sub_(b.grad! * lr);
            }

            w.grad!.zero_();
            b.grad!.zero_();
        }

        return ([.. losses], w.detach(), b.detach());
    }

    public static double PairedLoss(Tensor output, Tensor label) => nn.functional.l1_loss(output.squeeze(1), label).item<double>();

    public static (Tensor, bool) Predict(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
    {
        using var _ = no_grad();
        var output = addmm(b2, addmm(b1, x, w1, 1, 1).clamp(min: 0), w2, 1, 1);
        return (output, output.requires_grad);
    }

    public static (double, double) Errors(Tensor output, Tensor label)
    {
        double absolute = 0, squares = 0;
        for (var i = 0; i < output.shape[0]; i++)
        {
            var difference = (double)output[i, 0].item<float>() - label[i, 0].item<float>();
            absolute += Math.Abs(difference);
            squares += difference * difference;
        }

        return (absolute / output.shape[0], squares / output.shape[0]);
    }

    private sealed class Network : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> first, second, third;

        public Network(int hidden1, int hidden2)
            : base("network")
        {
            (first, second, third) = (nn.Linear(1, hidden1), nn.Linear(hidden1, hidden2), nn.Linear(hidden2, 1));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => third.call(second.call(first.call(x).relu()).relu());
    }
}

public static class Functions
{
    public static (double, double) Errors(Tensor output, Tensor label)
    {
        (output, label) = (output.@double(), label.@double());
        return (nn.functional.l1_loss(output, label).item<double>(), nn.functional.mse_loss(output, label).item<double>());
    }

    public static (Tensor, bool) Predict(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2)
    {
        var output = (nn.functional.relu(x.mm(w1.detach()) + b1.detach()).mm(w2.detach()) + b2.detach()).detach();
        return (output, output.requires_grad);
    }
}
