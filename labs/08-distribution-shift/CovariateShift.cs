using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// "Covariate Shift" (4.9 환경과 분포 이동, COURSE D6): the inputs move, P(y|x) stays, as where photographs of cats and dogs become
// drawings of them. The slide has two pictures, "Training set" and "Test set". Here the inputs are normal with deviation 1, and their mean
// moves from 0.5; the labels are sin(x) with noise all along; the model is a line, which cannot follow the sine everywhere.
public static class CovariateShift
{
    private const double SourceMean = 0.5;

    // A line through the points, and its mean squared errors.
    public sealed record Line(string Name, double Slope, double Intercept, double ErrorBefore, double ErrorAfter);

    // H is the classifier's h(x) = slope x + intercept, the estimated log p(x)/q(x).
    public sealed record Outcome(
        float[] X, float[] Y, float[] U, float[] V, float[] Beta, (double Slope, double Intercept) H, IReadOnlyList<Line> Lines);

    // log p(x)/q(x) of two normals with deviation 1 is a straight line too.
    public static (double Slope, double Intercept) TrueLogRatio(double shift) => (shift, -shift * (SourceMean + (shift / 2)));

    public static Outcome Run(
        long seed, int points, double shift, double c, Device device, int epochs = ImportanceWeighting.ToTheMinimum,
        Action<float>? print = null)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        (var x, var y) = Draw(SourceMean);
        (var u, var v) = Draw(SourceMean + shift); // no cure sees v
        using var before = Linear(1, 1).to(device);
        Fit(before, x, y);

        using var h = Linear(1, 1).to(device);
        ImportanceWeighting.TellApart(h, x, u, epochs, print);
        var beta = ImportanceWeighting.Weights(h, x, c);
        using var cured = Linear(1, 1).to(device);
        Fit(cured, x, y, beta);

        // What the cure cannot have: the true ratio, and labels from after the shift.
        (var slope, var intercept) = TrueLogRatio(shift);
        using var curedByTruth = Linear(1, 1).to(device);
        Fit(curedByTruth, x, y, ((slope * x) + intercept).exp());
        using var retrained = Linear(1, 1).to(device);
        Fit(retrained, u, v);

        return new(
            x.Floats(), y.Floats(), u.Floats(), v.Floats(), beta.Floats(), (h.weight!.item<float>(), h.bias!.item<float>()),
            [
                Found("trained before the shift", before),
                Found("weighted by exp(h(x))", cured),
                Found("weighted by the true ratio", curedByTruth),
                Found("trained after the shift", retrained),
            ]);

        // Drawn on the CPU, the data are the same for every device.
        (Tensor X, Tensor Y) Draw(double mean)
        {
            var inputs = empty(points, 1).normal_(mean, 1);
            return (inputs.to(device), (inputs.sin() + empty(points, 1).normal_(0, 0.1)).to(device));
        }

        void Fit(Linear line, Tensor inputs, Tensor labels, Tensor? weights = null) =>
            ImportanceWeighting.Train(line, MSELoss(Reduction.None), inputs, labels, weights, epochs: epochs, print: print);

        Line Found(string name, Linear line) =>
            new(name, line.weight!.item<float>(), line.bias!.item<float>(), Error(line, x, y), Error(line, u, v));
    }

    private static double Error(Linear line, Tensor x, Tensor y)
    {
        using var noGrad = no_grad();
        return functional.mse_loss(line.call(x), y).item<float>();
    }
}
