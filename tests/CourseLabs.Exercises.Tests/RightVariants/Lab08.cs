using CourseLabs.Matrices;
using static TorchSharp.torch;

/// <summary>Other right answers to lab 08: none may be refused.</summary>
public static class OtherOrder
{
    public static double[] ImportanceWeights(double[] probability, double c)
    {
        var weights = (double[])probability.Clone();
        for (var i = weights.Length - 1; i >= 0; i--)
            weights[i] = 1 / ((1 / weights[i]) - 1) is var ratio && ratio > c ? c : ratio;
        return weights;
    }

    public static double WeightedRisk(double[] weights, double[] losses) => weights.Zip(losses, (b, l) => b * l / losses.Length).Reverse().Sum();

    public static Matrix Confusion(int[] predicted, int[] label, int classes)
    {
        var c = new Matrix(classes, classes);
        for (var j = 0; j < classes; j++)
        {
            var all = label.Count(l => l == j);
            for (var i = 0; i < classes; i++)
                c[i, j] = label.Zip(predicted).Count(p => p.First == j && p.Second == i) / (double)all;
        }

        return c;
    }

    public static double[] LabelShares(Matrix c, double[] mu)
    {
        // The columns sum to 1, and so do the shares.
        var p = (mu[0] - c[0, 1]) / (c[0, 0] - c[0, 1]);
        return [p, 1 - p];
    }

    public static string WhichShift(Matrix before, Matrix after)
    {
        double[] PX(Matrix m) => [.. Enumerable.Range(0, m.Rows).Select(i => m.Row(i).ToArray().Sum())];
        double[] Conditional(Matrix m) => [.. Enumerable.Range(0, m.Rows).SelectMany(i => m.Row(i).ToArray().Select(v => v / m.Row(i).ToArray().Sum()))];
        bool Same(double[] a, double[] b) => a.Zip(b).All(p => Math.Abs(p.First - p.Second) < 1e-6);
        return Same(before.Values.ToArray(), after.Values.ToArray()) ? "none"
            : Same(Conditional(before), Conditional(after)) ? "covariate"
            : Same(Conditional(before.T), Conditional(after.T)) ? "label"
            : Same(PX(before), PX(after)) ? "concept" : "other";
    }

    public static Tensor WeightsOfLogits(Tensor logits, double c) => minimum(logits.to(ScalarType.Float64).exp(), tensor(c));

    public static Tensor WeightedCrossEntropy(Tensor logits, Tensor labels, Tensor weights)
    {
        var logProbabilities = nn.functional.log_softmax(logits, 1);
        return -(weights * logProbabilities.gather(1, labels.reshape(-1, 1)).flatten()).sum() / labels.shape[0];
    }

    public static (double, double) ErrorRates(Tensor w, Tensor b, Tensor x, Tensor y, Tensor u, Tensor v)
    {
        double Rate(Tensor inputs, Tensor labels)
        {
            var predicted = sigmoid(inputs.mm(w) + b).round();
            return (predicted - labels).abs().sum().item<float>() / (double)labels.shape[0];
        }

        return (Rate(x, y), Rate(u, v));
    }
}
