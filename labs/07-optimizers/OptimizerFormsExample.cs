using CourseLabs.Backprop.Optimizers;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE E9: the deck's optimizer formulas beside torch.optim's, and where they give other numbers.</summary>
public sealed class OptimizerFormsExample : OptimizerExample
{
    private const double Gradient = 0.1, Lr = 0.1, Epsilon = 0.01;

    // Epsilon beside the root (torch) and inside (slide), for the G that the first step has.
    private const string Arithmetic = "arithmetic, with g = 0.1, lr = 0.1, epsilon = 0.01, gamma = 0.9";

    /// <inheritdoc/>
    public override string Name => "optimizer-forms";

    /// <inheritdoc/>
    public override string Title => "The slides' optimizers beside torch.optim's";

    /// <inheritdoc/>
    public override string Description =>
        "The deck puts epsilon inside the root of Adagrad, RMSprop and Adam, torch.optim beside it: their first steps differ. The deck's " +
        "NAG steps from W but takes the gradient at W + gamma V, which is what torch.optim's parameter is. Momentum takes the same " +
        "steps in both forms. (Where the slides add a step that must be subtracted, or mix V and G, see labs/ERRATA.md.)";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        (string Name, double Beside, double Inside, double Torch)[] first =
        [
            (
                "Adagrad",
                SlideForms.FirstStep(p => new Adagrad(p, Lr, epsilon: Epsilon), Gradient),
                SlideForms.FirstStep(p => new Adagrad(p, Lr, epsilon: Epsilon, place: EpsilonPlace.InsideRoot), Gradient),
                SlideForms.FirstTorchStep(p => optim.Adagrad(p, Lr, eps: Epsilon), Gradient)),
            (
                "RMSprop",
                SlideForms.FirstStep(p => new RmsProp(p, Lr, 0.9, Epsilon), Gradient),
                SlideForms.FirstStep(p => new RmsProp(p, Lr, 0.9, Epsilon, place: EpsilonPlace.InsideRoot), Gradient),
                SlideForms.FirstTorchStep(p => optim.RMSProp(p, Lr, 0.9, Epsilon), Gradient)),
            (
                "Adam",
                SlideForms.FirstStep(p => new Adam(p, Lr, epsilon: Epsilon), Gradient),
                SlideForms.FirstStep(p => new Adam(p, Lr, epsilon: Epsilon, place: EpsilonPlace.InsideRoot), Gradient),
                SlideForms.FirstTorchStep(p => optim.Adam(p, Lr, eps: Epsilon), Gradient)),
        ];
        // g^2 after the first step: all of it, a tenth of it, and all of it again once Adam's bias is corrected.
        double[] g2 = [0.01, 0.001, 0.01];
        (double W, double LookAhead, double Torch)[] nag = SlideForms.Nesterovs(Lr, 50);
        (double Slide, double Torch)[] momentum = SlideForms.Momentums(Lr, 50);

        return new(Title)
        {
            Figures =
            [
                .. first.SelectMany((f, i) => (Figure[])
                [
                    new($"{f.Name}, first step of the slide's form", Lr * Gradient / Math.Sqrt(g2[i] + Epsilon),
                        f.Inside, Tolerance, Arithmetic),
                    new($"{f.Name}, first step of torch's form", Lr * Gradient / (Math.Sqrt(g2[i]) + Epsilon),
                        f.Beside, Tolerance, Arithmetic),
                    new($"{f.Name}, first step of torch.optim", f.Beside, f.Torch, Tolerance, "by hand"),
                ]),
                new("momentum, slide's W against torch.optim's", 0,
                    momentum.Max(m => Math.Abs(m.Slide - m.Torch)), Tolerance, "torch.optim.SGD"),
                new("NAG, slide's look-ahead against torch.optim's W", 0,
                    nag.Max(n => Math.Abs(n.LookAhead - n.Torch)), Tolerance, "torch.optim.SGD"),
                Figure.Plain("NAG, slide's W against torch.optim's W", nag.Max(n => Math.Abs(n.W - n.Torch))),
            ],
            Tables = [new("forms", "g is the gradient by W", ["optimizer", "the deck", "torch.optim"], Forms)],
            Pictures =
            [
                new("nag", new Plot("NAG on w^2 / 2: the deck's W and torch.optim's", "step", "w")
                    .Line("the deck's W", nag.Select(n => n.W))
                    .Line("the deck's W + gamma V", nag.Select(n => n.LookAhead))
                    .Scatter("torch.optim's W", Enumerable.Range(0, nag.Length), nag.Select(n => n.Torch))),
            ],
        };
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
