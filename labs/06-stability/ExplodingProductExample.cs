using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "4.8 수치적 안정성 및 초기화" (numerical stability and initialization), "기울기 폭발" (exploding gradient) (COURSE D4): the program of
// ExplodingProduct.cs.
public sealed class ExplodingProductExample() : Example<ExplodingProductExample.Settings>(
    "D4", "exploding-product", "06-stability", "The product of many matrices explodes",
    "The slide's program: a 4x4 matrix of standard normal numbers is multiplied by a hundred more, and both are printed as Python " +
    "prints them. Its norm grows by 1.75 a factor in the long run, and one direction outgrows the others: with four of five " +
    "seeds the product is of rank one up to rounding. With --factors 1000 it leaves the range of float32. " +
    "Same seed, same draws as PyTorch: of the product at most the last printed digit differs.")
{
    private const string PyTorch = "PyTorch 1.13, manual_seed(0)";

    // The growth is measured between these factors, with so many seeds.
    private const int First = 20, Last = 100, MeanOf = 100;

    public sealed record Settings(
        [Option("by how many matrices the first is multiplied; 1000 overflow", Min = 1, Max = 10_000)] int Factors = 100,
        [Option("how many seeds the chart shows: --seed and those after it", Min = 1, Max = 20)] int Seeds = 5);

    // exp((ln 2 + psi(2)) / 2), what the norm grows by with a factor in the long run; psi(2) = 1 - Euler's constant. C. M. Newman, Commun.
    // Math. Phys. 103 (1986): n x n standard normal matrices have the exponent (ln 2 + psi(n / 2)) / 2.
    public static double Growth { get; } = Math.Exp((Math.Log(2) + 1 - 0.57721566490153286) / 2);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        using var scope = NewDisposeScope();
        var device = Devices.Find(run.Device);
        manual_seed(run.Seed);
        (var single, var M, var norms) = ExplodingProduct.Run(settings.Factors, device);
        double[][] allNorms = [norms, .. Enumerable.Range(1, settings.Seeds - 1).Select(i =>
        {
            run.Progress.Report(i, settings.Seeds, "seed");
            using var other = NewDisposeScope();
            manual_seed(run.Seed + i);
            return ExplodingProduct.Run(settings.Factors, device).Norms;
        })];

        return new(Title)
        {
            Figures = Figures(M, norms, Slope(run), isSlides: run.Seed == 0 && settings.Factors == new Settings().Factors),
            Tables =
            [
                Printed("single", "a single matrix", single),
                Printed("product", $"after multiplying {settings.Factors} matrices", M),
            ],
            Pictures = [new("norm", NormChart(allNorms, run.Seed))],
        };
    }

    // The mean over seeds of what ln |M| grows by with a factor. After 20 factors one direction has outgrown the others, and |M| grows by it.
    private static double Slope(ExampleRun run) => Enumerable.Range(0, MeanOf).Average(i =>
    {
        run.Progress.Report(i, MeanOf, "seed");
        using var scope = NewDisposeScope();
        manual_seed(run.Seed + i);
        return Slope(ExplodingProduct.Run(Last).Norms);
    });

    internal static double Slope(double[] norms) => Math.Log(norms[Last] / norms[First]) / (Last - First);

    internal static Figure[] Figures(Tensor M, double[] norms, double slope, bool isSlides)
    {
        var lastFinite = Array.FindLastIndex(norms, double.IsFinite);
        var isFinite = lastFinite == norms.Length - 1;
        double[] singular = isFinite ? [.. linalg.svdvals(M).Floats()] : [];
        return
        [
            Figure.Of(
                "largest |entry|", M.abs().max().item<float>(), expected: 2.2064786999234538e25, tolerance: 1e-4, when: isSlides,
                source: PyTorch + "; the slide's entries, of an unknown seed, are 6.5e21 to 7.3e22"),
            Figure.Of("entries, row by row", (double[])[.. M.Floats()]),
            Figure.Of("singular values", singular),
            Figure.Of("second singular value by the first", isFinite ? singular[1] / singular[0] : double.NaN),
            Figure.Of(
                "rank to rounding", isFinite ? linalg.matrix_rank(M).item<long>() : double.NaN, expected: 1, when: isSlides,
                source: PyTorch + ": linalg.matrix_rank"),
            // A factor's logarithm has the variance psi'(2) / 4 = 0.161 (Newman).
            Figure.Of(
                $"ln of the norm's growth a factor, mean of {MeanOf} seeds", slope,
                expected: Math.Log(Growth), tolerance: 5 * 0.402 / Math.Sqrt((Last - First) * MeanOf),
                source: "mathematics: Newman 1986, (ln 2 + psi(2)) / 2; five standard errors"),
            Figure.Of("range of float32", isFinite ? "kept: every entry is finite" : Left(norms, lastFinite)),
        ];
    }

    private static string Left(double[] norms, int lastFinite)
    {
        var notANumber = Array.FindIndex(norms, double.IsNaN);
        var then = notANumber < 0 ? "" : $", not a number from {notANumber} on";
        return $"left after {lastFinite} factors: entries are infinite from {lastFinite + 1} on{then}";
    }

    private static Table Printed(string name, string title, Tensor matrix) =>
        Table.Of(name, title, TorchPrint.Lines(matrix), ("print(M)", line => line));

    private static Plot NormChart(double[][] norms, long seed)
    {
        var chart = new Plot("Norm of a product of random 4x4 matrices", "factors", "Frobenius norm", logY: true);
        for (var i = 0; i < norms.Length; i++)
            chart = chart.Line($"seed {seed + i}", norms[i]);
        // A 4x4 matrix of standard normal numbers has the mean squared norm 16.
        return chart.Line("4 * 1.747^factors", norms[0].Select((_, factors) => 4 * Math.Pow(Growth, factors)));
    }
}
