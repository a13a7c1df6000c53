using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

/// <summary>COURSE D4: the slide's product of a hundred matrices, and its norm for several seeds.</summary>
public sealed class ExplodingProductExample : OldExample
{
    private const string PyTorch = "PyTorch 1.13, manual_seed(0); the slide's entries, of an unknown seed, are 6.5e21 to 7.3e22";

    /// <summary>By how many matrices the first is multiplied.</summary>
    public static ExampleOption<int> Factors { get; } =
        ExampleOption.WholeNumber("factors", 100, "by how many matrices the first is multiplied; 1000 overflow", min: 1, max: 10_000);

    /// <summary>How many seeds the chart shows.</summary>
    public static ExampleOption<int> Seeds { get; } =
        ExampleOption.WholeNumber("seeds", 5, "how many seeds the chart shows: --seed and those after it", min: 1, max: 20);

    /// <inheritdoc/>
    public override string Id => "D4";

    /// <inheritdoc/>
    public override string Name => "exploding-product";

    /// <inheritdoc/>
    public override string Lab => "06-stability";

    /// <inheritdoc/>
    public override string Title => "The product of many matrices explodes";

    /// <inheritdoc/>
    public override string Description =>
        "The slide's program: a 4x4 matrix of standard normal numbers is multiplied by a hundred more, and both are printed as Python " +
        "prints them. Its norm grows by 1.75 a factor in the long run, and one direction outgrows the others: with four of five " +
        "seeds the product is of rank one up to rounding. With --factors 1000 it leaves the range of float32. " +
        "Same seed, same draws as PyTorch: of the product at most the last printed digit differs.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Factors, Seeds];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int factors = context.Get(Factors), seeds = context.Get(Seeds);
        TorchSharp.torch.Device device = Devices.Find(context.Device);
        var products = new MatrixProduct[seeds];
        for (int i = 0; i < seeds; i++)
        {
            products[i] = MatrixProduct.Compute(context.Seed + i, factors, device, context.Cancellation);
            context.Progress?.Invoke(new(i, seeds, "seed"));
        }

        MatrixProduct product = products[0];
        return new(Title)
        {
            Figures = Figures(product, context.Seed == 0 && context.HasDefault(Factors)),
            Tables =
            [
                Printed("single", "a single matrix", product.First),
                Printed("product", $"after multiplying {factors} matrices", product.Last),
            ],
            Pictures = [new("norm", NormChart(products, context.Seed))],
        };
    }

    private static Figure[] Figures(MatrixProduct product, bool peersRun)
    {
        int factors = product.Norms.Length - 1;
        double[] entries = [.. product.Entries.Select(entry => (double)entry)];
        double[] singular = [.. product.SingularValues.Select(value => (double)value)];
        return
        [
            Figure.Compared(peersRun, "largest |entry|", 2.2064786999234538e25, product.LargestEntry, 1e-4, PyTorch),
            Figure.Plain("entries, row by row", entries),
            Figure.Plain("singular values", singular),
            Figure.Plain("second singular value by the first", singular.Length == 0 ? double.NaN : singular[1] / singular[0]),
            Figure.Compared(peersRun, "rank to rounding", 1,
                product.Rank ?? double.NaN, 0, "COURSE D4; PyTorch's matrix_rank, manual_seed(0)"),
            // A factor's logarithm has the variance psi'(2) / 4 = 0.161 (Newman): five standard errors.
            Figure.Compared(
                product.LastFinite >= 50, "ln of the norm's growth a factor", Math.Log(MatrixProduct.Growth), Math.Log(product.MeanGrowth),
                5 * 0.402 / Math.Sqrt(product.LastFinite), "mathematics: Newman 1986, (ln 2 + psi(2)) / 2; five standard errors"),
            Figure.Plain("range of float32", Range(product, factors)),
        ];
    }

    // Not-finite values in words.
    private static string Range(MatrixProduct product, int factors)
    {
        if (product.LastFinite == factors)
            return "kept: every entry is finite";
        int notANumber = Array.FindIndex(product.Norms, double.IsNaN);
        string then = notANumber < 0 ? "" : $", not a number from {notANumber} on";
        return $"left after {product.LastFinite} factors: entries are infinite from {product.LastFinite + 1} on{then}";
    }

    private static Table Printed(string name, string title, IReadOnlyList<string> lines) =>
        new(name, title, ["print(M)"], [.. lines.Select(line => (string[])[line])]);

    private static Plot NormChart(MatrixProduct[] products, long seed)
    {
        int factors = products[0].Norms.Length - 1;
        var chart = new Plot("Norm of a product of random 4x4 matrices", "factors", "Frobenius norm", logY: true);
        for (int i = 0; i < products.Length; i++)
            chart = chart.Line($"seed {seed + i}", products[i].Norms);
        // A 4x4 matrix of standard normal numbers has the mean squared norm 16.
        return chart.Line("4 * 1.747^factors", Enumerable.Range(0, factors + 1).Select(i => 4 * Math.Pow(MatrixProduct.Growth, i)));
    }
}
