using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace Lab08;

/// <summary>Lab 08, distribution shift. Before the shift the inputs are x and the labels y, after it u and v.</summary>
public static class Tasks
{
    /// <summary>
    /// Task 8.1: importance weights. A classifier has been trained to tell inputs from after the shift (class 1) from the training inputs
    /// (class 0), of as many each. Of each training input it gives the probability p of class 1. The weight is p / (1 - p), and at most c.
    /// </summary>
    public static double[] ImportanceWeights(double[] probability, double c)
    {
        // BEGIN SOLUTION
        return [.. probability.Select(p => Math.Min(p / (1 - p), c))];
        // END SOLUTION
    }

    /// <summary>Task 8.2: the weighted risk 1/n sum beta_i l_i of n examples with the weights beta and the losses l.</summary>
    public static double WeightedRisk(double[] weights, double[] losses)
    {
        // BEGIN SOLUTION
        var sum = 0.0;
        for (var i = 0; i < losses.Length; i++)
            sum += weights[i] * losses[i];
        return sum / losses.Length;
        // END SOLUTION
    }

    /// <summary>
    /// Task 8.3: the confusion matrix for label shift, (classes x classes): entry [i, j] is the share of the examples with label j that are
    /// predicted as i, so each column sums to 1. Each class is among the labels.
    /// </summary>
    public static Matrix Confusion(int[] predicted, int[] label, int classes)
    {
        var c = new Matrix(classes, classes);

        // BEGIN SOLUTION
        for (var n = 0; n < label.Length; n++)
            c[predicted[n], label[n]]++;
        c /= c.SumOfRows();
        // END SOLUTION

        return c;
    }

    /// <summary>
    /// Task 8.4: the shares p of two labels after the shift, from C p = mu: C is the confusion matrix (2 x 2), mu the shares of the two
    /// predictions after the shift.
    /// </summary>
    public static double[] LabelShares(Matrix c, double[] mu)
    {
        // BEGIN SOLUTION
        var determinant = (c[0, 0] * c[1, 1]) - (c[0, 1] * c[1, 0]);
        return
        [
            ((c[1, 1] * mu[0]) - (c[0, 1] * mu[1])) / determinant,
            ((c[0, 0] * mu[1]) - (c[1, 0] * mu[0])) / determinant,
        ];
        // END SOLUTION
    }

    /// <summary>
    /// Task 8.5: which shift it is. before and after are tables of P(x, y): a row for each x, a column for each y, every entry above 0. Return
    /// "none" where the tables are the same; else "covariate" where P(y|x) is the same; else "label" where P(x|y) is the same; else "concept"
    /// where P(x) is the same; else "other". Two numbers are the same if they differ by less than 1e-6.
    /// </summary>
    public static string WhichShift(Matrix before, Matrix after)
    {
        // BEGIN SOLUTION
        if (Same(before, after))
            return "none";
        if (Same(before / before.SumOfColumns(), after / after.SumOfColumns()))
            return "covariate";
        if (Same(before / before.SumOfRows(), after / after.SumOfRows()))
            return "label";
        return Same(before.SumOfColumns(), after.SumOfColumns()) ? "concept" : "other";
        // END SOLUTION
    }

    /// <summary>
    /// Task 8.6: the weights of task 8.1 in TorchSharp, from the logits h of the classifier: exp(h), and at most c. logits is (n x 1), float32.
    /// </summary>
    public static Tensor WeightsOfLogits(Tensor logits, double c)
    {
        // BEGIN SOLUTION
        return logits.exp().clamp(max: c);
        // END SOLUTION
    }

    /// <summary>
    /// Task 8.7: the weighted cross-entropy 1/n sum beta_i l_i, a scalar. logits is (n x classes), labels (n) int64, weights (n).
    /// </summary>
    public static Tensor WeightedCrossEntropy(Tensor logits, Tensor labels, Tensor weights)
    {
        // BEGIN SOLUTION
        var losses = nn.functional.cross_entropy(logits, labels, reduction: nn.Reduction.None);
        return (weights * losses).mean();
        // END SOLUTION
    }

    /// <summary>
    /// Task 8.8: the share of wrong predictions before and after the shift. The model's logit is x w + b; it predicts 1 where the logit is
    /// above 0, else 0. x and u are (n x inputs), w is (inputs x 1), b (1); the labels y and v are (n x 1), 0 or 1, float32.
    /// </summary>
    public static (double before, double after) ErrorRates(Tensor w, Tensor b, Tensor x, Tensor y, Tensor u, Tensor v)
    {
        // BEGIN SOLUTION
        var wrongBefore = (x.mm(w) + b > 0).to(ScalarType.Float32).ne(y);
        var wrongAfter = (u.mm(w) + b > 0).to(ScalarType.Float32).ne(v);
        return (wrongBefore.to(ScalarType.Float64).mean().item<double>(), wrongAfter.to(ScalarType.Float64).mean().item<double>());
        // END SOLUTION
    }

    private static bool Same(Matrix a, Matrix b)
    {
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < a.Columns; j++)
            {
                if (Math.Abs(a[i, j] - b[i, j]) >= 1e-6)
                    return false;
            }
        }

        return true;
    }
}
