using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// "Concept Shift" (4.9 환경과 분포 이동, COURSE D6): the inputs stay, their labels change. The slide moves the data's source over the map
// ("데이터의 출처를 지리별로 이동시키면"), and soft drinks are called otherwise there. The places are normal in the plane, the border between
// the two names turns by an angle, and a few labels are wrong before and after.
public static class ConceptShift
{
    // What no model can get below.
    public const double WrongLabels = 0.05;

    // A boundary w1 x1 + w2 x2 + b = 0, and its shares of wrong predictions.
    public sealed record Boundary(string Name, double W1, double W2, double B, double ErrorBefore, double ErrorAfter)
    {
        // Where its normal points, from the first axis.
        public double Degrees => Math.Atan2(W2, W1) * 180 / Math.PI;

        // The logit of label 1.
        public double Score(double x1, double x2) => (W1 * x1) + (W2 * x2) + B;
    }

    public sealed record Outcome(
        IReadOnlyList<LabeledPoint> Before, IReadOnlyList<LabeledPoint> After, float[] Beta, IReadOnlyList<Boundary> Boundaries);

    // The error after the shift of the border that was right before: of the directions of the plane, the share angle / pi lies between the
    // two borders; there every true label is missed, elsewhere every wrong one.
    public static double OldBordersError(double degrees) => WrongLabels + ((1 - (2 * WrongLabels)) * degrees / 180);

    public static Outcome Run(
        long seed, int points, double degrees, Device device, int epochs = ImportanceWeighting.ToTheMinimum, Action<float>? print = null)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        (var x, var y) = Draw(Math.PI / 2);
        (var u, var v) = Draw((Math.PI / 2) - (degrees * Math.PI / 180));
        using var old = Linear(2, 1).to(device);
        Fit(old, x, y);

        // The cure of covariate shift looks at inputs, which have not moved: it finds weights of about 1 and teaches the old labels again.
        using var h = Linear(2, 1).to(device);
        ImportanceWeighting.TellApart(h, x, u, epochs, print);
        var beta = ImportanceWeighting.Weights(h, x, c: 20);
        using var reweighted = Linear(2, 1).to(device);
        Fit(reweighted, x, y, beta);

        // What helps is new labels.
        using var retrained = Linear(2, 1).to(device);
        Fit(retrained, u, v);

        return new(
            LabeledPoint.From(x, y), LabeledPoint.From(u, v), beta.Floats(),
            [
                Found("trained before the shift", old),
                Found("weighted by exp(h(x))", reweighted),
                Found("trained after the shift", retrained),
            ]);

        // The label is 1 on the side that the border's normal points to. Drawn on the CPU, the data are the same for every device.
        (Tensor X, Tensor Y) Draw(double normal)
        {
            var places = empty(points, 2).normal_(0, 1);
            var side = places.mm(tensor(new[] { (float)Math.Cos(normal), (float)Math.Sin(normal) }).reshape(2, 1)).gt(0);
            var wrong = empty(points, 1).uniform_(0, 1).lt(WrongLabels);
            return (places.to(device), side.ne(wrong).to(float32).to(device));
        }

        void Fit(Linear model, Tensor places, Tensor names, Tensor? weights = null) => ImportanceWeighting.Train(
            model, BCEWithLogitsLoss(reduction: Reduction.None), places, names, weights, epochs: epochs, print: print);

        Boundary Found(string name, Linear model)
        {
            var w = model.weight!.Floats();
            return new(name, w[0], w[1], model.bias!.item<float>(), Error(model, x, y), Error(model, u, v));
        }
    }

    private static double Error(Linear model, Tensor x, Tensor y)
    {
        using var noGrad = no_grad();
        return model.call(x).gt(0).to(float32).ne(y).to(float32).mean().item<float>();
    }
}
