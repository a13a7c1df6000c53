using CourseLabs.Examples;
using CourseLabs.Plots;
using static TorchSharp.torch;
using TorchParameter = TorchSharp.Modules.Parameter;

namespace CourseLabs.Labs;

// "고급 경사 하강법" (advanced gradient descent), from "모멘텀(Momentum)" to "아담(Adam)" (COURSE E9): the steps of OptimizerSteps.cs.
public sealed class OptimizerFormsExample() : Example(
    "E9", "optimizer-forms", "07-optimizers", "The slides' optimizers beside torch.optim's",
    "The deck puts epsilon inside the root of Adagrad, RMSprop and Adam, torch.optim beside it: their first steps differ. The deck's " +
    "NAG steps from W but takes the gradient at W + gamma V, which is what torch.optim's parameter is. Momentum takes the same " +
    "steps in both forms. (Where the slides add a step that must be subtracted, or mix V and G, see labs/ERRATA.md.)")
{
    private const double Lr = 0.1, Epsilon = 0.01, Tolerance = 1e-12;
    private const int Steps = 50;

    public delegate void Form(Weight w, Func<double, double> gradient, double eta);

    public override ExampleResult Run(ExampleRun run)
    {
        // error = W^2 / 2, so that the gradient is W.
        var momentum = Way(1, Steps, w => OptimizerSteps.SlideMomentum(w, W => W, Lr));
        var torchsMomentum = TorchWay(1, Steps, p => optim.SGD(p, Lr, momentum: 0.9), W => W.pow(2) / 2);
        var slides = new Weight(1);
        var nag = new List<(double W, double LookAhead)> { (1, 1) };
        for (var step = 1; step < Steps; step++)
        {
            OptimizerSteps.SlideNesterov(slides, W => W, Lr);
            nag.Add((slides.W, slides.W + (0.9 * slides.V)));
        }

        var torchsNag = TorchWay(1, Steps, p => optim.SGD(p, Lr, momentum: 0.9, nesterov: true), W => W.pow(2) / 2);
        return new(Title)
        {
            Figures =
            [
                // The first step has G = g^2, a tenth of it, and all of it again once Adam's bias is corrected; g = 0.1.
                .. FirstSteps("Adagrad", 0.01,
                    (w, g, eta) => OptimizerSteps.SlideAdagrad(w, g, eta, Epsilon),
                    (w, g, eta) => OptimizerSteps.TorchAdagrad(w, g, eta, Epsilon), p => optim.Adagrad(p, Lr, eps: Epsilon)),
                .. FirstSteps("RMSprop", 0.001,
                    (w, g, eta) => OptimizerSteps.SlideRmsProp(w, g, eta, 0.9, Epsilon),
                    (w, g, eta) => OptimizerSteps.TorchRmsProp(w, g, eta, 0.9, Epsilon), p => optim.RMSProp(p, Lr, 0.9, Epsilon)),
                .. FirstSteps("Adam", 0.01,
                    (w, g, eta) => OptimizerSteps.SlideAdam(w, g, eta, epsilon: Epsilon),
                    (w, g, eta) => OptimizerSteps.TorchAdam(w, g, eta, epsilon: Epsilon), p => optim.Adam(p, Lr, eps: Epsilon)),
                Apart("momentum, slide's W against torch.optim's", momentum, torchsMomentum),
                Apart("NAG, slide's look-ahead against torch.optim's W", nag.Select(n => n.LookAhead), torchsNag),
                Figure.Of("NAG, slide's W against torch.optim's W", Largest.Of(nag.Zip(torchsNag, (n, torchs) => Math.Abs(n.W - torchs)))),
            ],
            Tables = [new("forms", "g is the gradient by W", ["optimizer", "the deck", "torch.optim"], Forms)],
            Pictures =
            [
                new("nag", new Plot("NAG on w^2 / 2: the deck's W and torch.optim's", "step", "w")
                    .Line("the deck's W", nag.Select(n => n.W))
                    .Line("the deck's W + gamma V", nag.Select(n => n.LookAhead))
                    .Scatter("torch.optim's W", Enumerable.Range(0, nag.Count), torchsNag)),
            ],
        };
    }

    // The size of the first step with the gradient 0.1: of the slide's form by arithmetic, of torch's by torch.optim.
    internal static Figure[] FirstSteps(
        string name, double firstG, Form slides, Form torchs, Func<IEnumerable<TorchParameter>, optim.Optimizer> make)
    {
        var torch = -TorchWay(0, 2, make, W => 0.1 * W)[1];
        const string arithmetic = "mathematics, with g = 0.1, lr = 0.1, epsilon = 0.01, gamma = 0.9: ";
        return
        [
            Figure.Of(
                $"{name}, first step of the slide's form", -Way(0, 2, w => slides(w, W => 0.1, Lr))[1],
                expected: 0.01 / Math.Sqrt(firstG + 0.01), tolerance: Tolerance, source: arithmetic + "lr g / sqrt(G + epsilon)"),
            Figure.Of(
                $"{name}, first step of torch's form", -Way(0, 2, w => torchs(w, W => 0.1, Lr))[1],
                expected: torch, tolerance: Tolerance, source: $"torch.optim.{name} (TorchSharp, float64)"),
            Figure.Of(
                $"{name}, first step of torch.optim", torch,
                expected: 0.01 / (Math.Sqrt(firstG) + 0.01), tolerance: Tolerance, source: arithmetic + "lr g / (sqrt(G) + epsilon)"),
        ];
    }

    internal static Figure Apart(string name, IEnumerable<double> ours, IEnumerable<double> torchs) => Figure.Of(
        name, Largest.Of(ours.Zip(torchs, (a, b) => Math.Abs(a - b))), expected: 0, tolerance: Tolerance,
        source: "torch.optim.SGD (TorchSharp, float64): the largest difference at any step");

    // W before each of some steps.
    internal static double[] Way(double start, int steps, Action<Weight> step)
    {
        var w = new Weight(start);
        return [.. Enumerable.Range(0, steps).Select(i =>
        {
            if (i > 0)
                step(w);
            return w.W;
        })];
    }

    internal static double[] TorchWay(
        double start, int steps, Func<IEnumerable<TorchParameter>, optim.Optimizer> make, Func<Tensor, Tensor> error)
    {
        using var all = NewDisposeScope();
        using var w = new TorchParameter(tensor(start, float64));
        using var optimizer = make([w]);
        return [.. Enumerable.Range(0, steps).Select(i =>
        {
            using var scope = NewDisposeScope();
            if (i > 0)
            {
                optimizer.zero_grad();
                error(w).backward();
                optimizer.step();
            }

            return w.item<double>();
        })];
    }

    private static string[][] Forms =>
    [
        ["SGD", "W - eta g, on a random part of the data", "W - lr g"],
        ["momentum", "V = gamma V - eta g; W + V", "V = gamma V + g; W - lr V"],
        ["NAG", "V = gamma V - eta g(W + gamma V); W + V", "V = gamma V + g; W - lr (g + gamma V)"],
        ["Adagrad", "G = G + g^2; W - eta g / sqrt(G + epsilon)", "W - lr g / (sqrt(G) + epsilon)"],
        ["Adadelta", "named only", "d = g sqrt(D + epsilon) / sqrt(G + epsilon); D = rho D + (1 - rho) d^2; W - lr d"],
        ["RMSprop", "G = gamma G + (1 - gamma) g^2; W - eta g / sqrt(G + epsilon)", "W - lr g / (sqrt(G) + epsilon)"],
        ["Adam", "V^ and G^ without their bias; W - eta V^ / sqrt(G^ + epsilon)", "W - lr V^ / (sqrt(G^) + epsilon)"],
    ];
}
