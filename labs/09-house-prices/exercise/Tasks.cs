using System.Globalization;
using CourseLabs.Matrices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lab09;

/// <summary>Lab 09, house prices: from a table to numbers, to folds, to an honest error. A missing number is NaN, a missing text "".</summary>
public static class Tasks
{
    /// <summary>
    /// Task 9.1: standardize a column: (x - mean) / std, where std divides by n - 1. Missing numbers count neither in mean nor in std, and stay
    /// missing. A column whose numbers are all the same becomes 0. There are at least two numbers.
    /// </summary>
    public static double[] Standardize(double[] column)
    {
        // BEGIN SOLUTION
        double[] present = [.. column.Where(x => !double.IsNaN(x))];
        var mean = present.Average();
        var std = Math.Sqrt(present.Sum(x => (x - mean) * (x - mean)) / (present.Length - 1));
        if (present.All(x => x == present[0]))
            return [.. column.Select(x => double.IsNaN(x) ? x : 0)];
        return [.. column.Select(x => (x - mean) / std)];
        // END SOLUTION
    }

    /// <summary>Task 9.2: fill the missing numbers of a standardized column with 0, which is its mean.</summary>
    public static double[] FillMissing(double[] column)
    {
        // BEGIN SOLUTION
        return [.. column.Select(x => double.IsNaN(x) ? 0 : x)];
        // END SOLUTION
    }

    /// <summary>
    /// Task 9.3: one-hot encoding of a column of texts, (rows x categories + 1): a column of 0 and 1 for each category, the categories in the
    /// order of string.CompareOrdinal, and one more column at the end for "missing" ("").
    /// </summary>
    public static Matrix OneHot(string[] column)
    {
        string[] categories = [.. column.Where(text => text.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        var result = new Matrix(column.Length, categories.Length + 1);

        // BEGIN SOLUTION
        for (var row = 0; row < column.Length; row++)
        {
            var place = column[row].Length == 0 ? categories.Length : Array.IndexOf(categories, column[row]);
            result[row, place] = 1;
        }
        // END SOLUTION

        return result;
    }

    /// <summary>
    /// Task 9.4: the log-RMSE, the root of the mean of (log p - log y)^2 over predictions p and prices y. A prediction below 1 counts as 1.
    /// </summary>
    public static double LogRmse(double[] prediction, double[] price)
    {
        // BEGIN SOLUTION
        var sum = 0.0;
        for (var i = 0; i < price.Length; i++)
        {
            var error = Math.Log(Math.Max(prediction[i], 1)) - Math.Log(price[i]);
            sum += error * error;
        }

        return Math.Sqrt(sum / price.Length);
        // END SOLUTION
    }

    /// <summary>
    /// Task 9.5: the numbers of the rows of each of k folds. The folds are contiguous and no row is left out: the first n mod k folds have one
    /// row more than the others.
    /// </summary>
    public static int[][] Folds(int n, int k)
    {
        var folds = new int[k][];

        // BEGIN SOLUTION
        var first = 0;
        for (var i = 0; i < k; i++)
        {
            var size = (n / k) + (i < n % k ? 1 : 0);
            folds[i] = [.. Enumerable.Range(first, size)];
            first += size;
        }
        // END SOLUTION

        return folds;
    }

    /// <summary>
    /// Task 9.6: honest scaling inside a fold. Standardize both columns with the mean and the std (n - 1) of the training rows alone: the rows
    /// that are held out must not be seen. No number is missing.
    /// </summary>
    public static (double[] train, double[] valid) ScaleInsideFold(double[] train, double[] valid)
    {
        // BEGIN SOLUTION
        var mean = train.Average();
        var std = Math.Sqrt(train.Sum(x => (x - mean) * (x - mean)) / (train.Length - 1));
        return ([.. train.Select(x => (x - mean) / std)], [.. valid.Select(x => (x - mean) / std)]);
        // END SOLUTION
    }

    /// <summary>
    /// Task 9.7: the lines of Kaggle's submission: the header Id,SalePrice, then a line for each house with its id, a comma and its price, with a
    /// point and two digits behind it, on every computer: 1461,123456.70.
    /// </summary>
    public static string[] SubmissionLines(int[] id, double[] price)
    {
        // BEGIN SOLUTION
        var lines = new List<string> { "Id,SalePrice" };
        for (var i = 0; i < id.Length; i++)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{id[i]},{price[i]:F2}"));
        return [.. lines];
        // END SOLUTION
    }

    /// <summary>Task 9.8: the log-RMSE of task 9.4 in TorchSharp, a scalar; prediction and price are (n x 1), float32.</summary>
    public static Tensor LogRmseOfTensors(Tensor prediction, Tensor price)
    {
        // BEGIN SOLUTION
        return functional.mse_loss(prediction.clamp(min: 1).log(), price.log()).sqrt();
        // END SOLUTION
    }

    /// <summary>Task 9.9: the slide's model, one linear layer from the features to one price. Return the module.</summary>
    public static Module<Tensor, Tensor> Net(int inFeatures)
    {
        // BEGIN SOLUTION
        return Sequential(Linear(inFeatures, 1));
        // END SOLUTION
    }

    /// <summary>
    /// Task 9.10: fold i of k of the rows of x (n x features): the rows to train on, in their order, and those that are held out. The folds are
    /// those of task 9.5.
    /// </summary>
    public static (Tensor train, Tensor valid) FoldData(int k, int i, Tensor x)
    {
        var parts = x.tensor_split(k, 0);

        // BEGIN SOLUTION
        return (cat([.. parts[..i], .. parts[(i + 1)..]], 0), parts[i]);
        // END SOLUTION
    }

    /// <summary>
    /// Task 9.11: train a linear model by Adam and mean squared error, in mini-batches: rows 0 to batch - 1, then the next, the last one shorter.
    /// The model begins with zeros. x is (n x features), y (n x 1), float32. Return the model's weight (1 x features) and bias (1).
    /// </summary>
    public static (Tensor weight, Tensor bias) Train(Tensor x, Tensor y, int epochs, int batch, double lr)
    {
        var net = Linear(x.shape[1], 1);
        init.zeros_(net.weight!);
        init.zeros_(net.bias!);
        var loss = MSELoss();
        var optimizer = optim.Adam(net.parameters(), lr: lr);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var from = 0; from < x.shape[0]; from += batch)
            {
                var to = Math.Min(from + batch, x.shape[0]);
                Tensor rows = x.slice(0, from, to, 1), prices = y.slice(0, from, to, 1);

                // BEGIN SOLUTION
                optimizer.zero_grad();
                var l = loss.call(net.call(rows), prices);
                l.backward();
                optimizer.step();
                // END SOLUTION
            }
        }

        return (net.weight!.detach(), net.bias!.detach());
    }
}
