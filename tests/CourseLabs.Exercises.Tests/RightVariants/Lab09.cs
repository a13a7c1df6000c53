using System.Globalization;
using CourseLabs.Matrices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

/// <summary>Other right answers to lab 09: none may be refused.</summary>
public static class OtherOrder
{
    public static double[] Standardize(double[] column)
    {
        var result = (double[])column.Clone();
        double sum = 0, squares = 0, n = 0, low = double.MaxValue, high = double.MinValue;
        foreach (var x in column)
        {
            if (double.IsNaN(x))
                continue;
            (sum, squares, n, low, high) = (sum + x, squares + (x * x), n + 1, Math.Min(low, x), Math.Max(high, x));
        }

        var variance = (squares - (sum * sum / n)) / (n - 1);
        for (var i = 0; i < result.Length; i++)
            result[i] = double.IsNaN(result[i]) ? double.NaN : low == high ? 0 : (result[i] - (sum / n)) / Math.Sqrt(variance);
        return result;
    }

    public static double[] FillMissing(double[] column)
    {
        var result = column.ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            if (result[i] != result[i])
                result[i] = 0;
        }

        return result;
    }

    public static Matrix OneHot(string[] column)
    {
        var places = new SortedSet<string>(column.Where(t => t != ""), StringComparer.Ordinal).Append("").Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i);
        var result = new Matrix(column.Length, places.Count);
        for (var i = 0; i < column.Length; i++)
            result[i, places[column[i]]] = 1;
        return result;
    }

    public static double LogRmse(double[] prediction, double[] price) =>
        Math.Sqrt(prediction.Zip(price, (p, y) => Math.Pow(Math.Log(Math.Max(1, p) / y), 2)).Average());

    public static int[][] Folds(int n, int k) =>
        [.. Enumerable.Range(0, k).Select(i => Enumerable.Range((i * (n / k)) + Math.Min(i, n % k), (n / k) + (i < n % k ? 1 : 0)).ToArray())];

    public static (double[], double[]) ScaleInsideFold(double[] train, double[] valid)
    {
        using var t = tensor(train);
        double mean = t.mean().item<double>(), std = t.std().item<double>();
        return (Array.ConvertAll(train, x => (x - mean) / std), Array.ConvertAll(valid, x => (x - mean) / std));
    }

    public static string[] SubmissionLines(int[] id, double[] price)
    {
        var lines = new List<string> { "Id,SalePrice" };
        for (var i = 0; i < id.Length; i++)
            lines.Add(id[i].ToString(CultureInfo.InvariantCulture) + "," + price[i].ToString("0.00", CultureInfo.InvariantCulture));
        return lines.ToArray();
    }

    public static Tensor LogRmseOfTensors(Tensor prediction, Tensor price) =>
        (prediction.maximum(ones_like(prediction)) / price).log().square().mean().sqrt();

    public static Module<Tensor, Tensor> Net(int inFeatures) => Linear(inFeatures, 1);

    public static (Tensor, Tensor) FoldData(int k, int i, Tensor x)
    {
        var n = x.shape[0];
        long first = (i * (n / k)) + Math.Min(i, n % k), size = (n / k) + (i < n % k ? 1 : 0);
        return (vstack([x.slice(0, 0, first, 1), x.slice(0, first + size, n, 1)]), x.slice(0, first, first + size, 1));
    }

    public static (Tensor, Tensor) Train(Tensor x, Tensor y, int epochs, int batch, double lr)
    {
        TorchSharp.Modules.Parameter w = new(zeros(1, x.shape[1])), b = new(zeros(1));
        var optimizer = optim.Adam([w, b], lr: lr);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (long from = 0; from < x.shape[0]; from += batch)
            {
                var to = Math.Min(from + batch, x.shape[0]);
                optimizer.zero_grad();
                (functional.linear(x.slice(0, from, to, 1), w, b) - y.slice(0, from, to, 1)).square().mean().backward();
                optimizer.step();
            }
        }

        return (w.detach(), b.detach());
    }
}
