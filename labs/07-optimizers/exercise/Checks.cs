using CourseLabs.Exercises;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CourseLabs.Checks;

/// <summary>Lab 07's tasks. What is right comes from torch.optim in float64; the gradients of the training loops from mathematics.</summary>
public sealed class Lab07() : Exercise("07-optimizers")
{
    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check<(double W, double Gradient, double Eta, double Decay), double>("7.1", points: 1, member: "Sgd")
        {
            Draw = random => (random.AwayFromZero(0.5, 3), random.AwayFromZero(0.2, 2), random.Number(0.1, 0.5), random.Number(0.1, 0.4)),
            Right = x => Stepped(x.W, x.Gradient, p => optim.SGD(p, x.Eta, weight_decay: x.Decay), _ => { }, _ => [])[0],
            Mistakes =
            {
                ["decay-missing"] = x => x.W - (x.Eta * x.Gradient),
                ["added"] = x => x.W + (x.Eta * (x.Gradient + (x.Decay * x.W))),
                ["decay-subtracted"] = x => x.W - (x.Eta * (x.Gradient - (x.Decay * x.W))),
                ["decay-without-eta"] = x => x.W - (x.Eta * x.Gradient) - (x.Decay * x.W),
                ["eta-missing"] = x => x.W - (x.Gradient + (x.Decay * x.W)),
                ["decay-alone"] = x => x.W - (x.Eta * (x.Gradient + x.Decay)),
                ["step-only"] = x => -(x.Eta * (x.Gradient + (x.Decay * x.W))),
            },
        },
        new Check<(int[] Order, int Size), int[][]>("7.2", points: 1, member: "MiniBatches")
        {
            Cases = 3, // a shorter last part; no remainder; one part that is larger than the data
            Draw = random => random.Case switch
            {
                0 => (random.Shuffled((3 * random.Whole(2, 3)) + random.Whole(1, 2)), 3),
                1 => (random.Shuffled(8), 4),
                _ => (random.Shuffled(5), random.Whole(6, 9)),
            },
            Right = x => [.. tensor(x.Order.Select(i => (long)i).ToArray()).split(x.Size).Select(p => p.data<long>().Select(i => (int)i).ToArray())],
            Mistakes =
            {
                ["last-dropped"] = x => [.. x.Order.Chunk(x.Size).Where(p => p.Length == x.Size)],
                ["sorted"] = x => [.. x.Order.Order().Chunk(x.Size)],
                ["last-filled"] = x => [.. x.Order.Chunk(x.Size).Select(p => Enumerable.Range(0, x.Size).Select(i => i < p.Length ? p[i] : 0).ToArray())],
                ["dealt-out"] = x =>
                {
                    var count = (x.Order.Length + x.Size - 1) / x.Size;
                    return [.. Enumerable.Range(0, count).Select(b => x.Order.Where((_, i) => i % count == b).ToArray())];
                },
                ["places-for-numbers"] = x => [.. Enumerable.Range(0, x.Order.Length).Reverse().Chunk(x.Size)],
            },
        },
        new Check<(double Eta, double Gamma, int Every, int Epoch), double>("7.3", points: 1, member: "StepDecay")
        {
            Cases = 4, // before the first change; at a change; just before one; later
            Draw = random => random.Whole(3, 5) is var every ? (random.Number(0.5, 2), random.Number(0.3, 0.8), every, random.Case switch
            {
                0 => random.Whole(0, every - 2),
                1 => every * random.Whole(1, 3),
                2 => (every * random.Whole(2, 3)) - 1,
                _ => (every * random.Whole(2, 4)) + 1,
            }) : default,
            Right = x =>
            {
                using var optimizer = optim.SGD([nn.Parameter(zeros(1))], x.Eta);
                var scheduler = optim.lr_scheduler.StepLR(optimizer, x.Every, x.Gamma);
                for (var epoch = 0; epoch < x.Epoch; epoch++)
                    scheduler.step();
                return optimizer.ParamGroups.First().LearningRate;
            },
            Mistakes =
            {
                ["every-epoch"] = x => x.Eta * Math.Pow(x.Gamma, x.Epoch),
                ["no-whole-division"] = x => x.Eta * Math.Pow(x.Gamma, (double)x.Epoch / x.Every),
                ["one-late"] = x => x.Eta * Math.Pow(x.Gamma, Math.Max(0, x.Epoch - 1) / x.Every),
                ["one-early"] = x => x.Eta * Math.Pow(x.Gamma, (x.Epoch + 1) / x.Every),
                ["times-for-power"] = x => x.Eta * x.Gamma * (x.Epoch / x.Every),
                ["once-only"] = x => x.Epoch < x.Every ? x.Eta : x.Eta * x.Gamma,
                ["remainder"] = x => x.Eta * Math.Pow(x.Gamma, x.Epoch % x.Every),
            },
        },
        new Check<(double W, double V, double Gradient, double Eta, double Gamma), (double, double)>("7.4", points: 2, member: "Momentum")
        {
            Draw = MomentumInput,
            Right = x => MomentumStep(x, nesterov: false),
            Mistakes =
            {
                ["slide-form"] = x => (x.Gamma * x.V) - (x.Eta * x.Gradient) is var v ? (x.W + v, v) : default,
                ["old-v"] = x => (x.W - (x.Eta * x.V), (x.Gamma * x.V) + x.Gradient),
                ["dampened"] = x => (x.Gamma * x.V) + ((1 - x.Gamma) * x.Gradient) is var v ? (x.W - (x.Eta * v), v) : default,
                ["gamma-missing"] = x => x.V + x.Gradient is var v ? (x.W - (x.Eta * v), v) : default,
                ["gamma-at-gradient"] = x => x.V + (x.Gamma * x.Gradient) is var v ? (x.W - (x.Eta * v), v) : default,
                ["added"] = x => (x.Gamma * x.V) + x.Gradient is var v ? (x.W + (x.Eta * v), v) : default,
                ["eta-missing"] = x => (x.Gamma * x.V) + x.Gradient is var v ? (x.W - v, v) : default,
                ["v-not-kept"] = x => (x.W - (x.Eta * ((x.Gamma * x.V) + x.Gradient)), x.V),
                ["nesterov"] = x => (x.Gamma * x.V) + x.Gradient is var v ? (x.W - (x.Eta * (x.Gradient + (x.Gamma * v))), v) : default,
            },
        },
        new Check<(double W, double V, double Gradient, double Eta, double Gamma), (double, double)>("7.5", points: 2, member: "Nesterov")
        {
            Draw = MomentumInput,
            Right = x => MomentumStep(x, nesterov: true),
            Mistakes =
            {
                // g + gamma V with the old V is the new V: plain momentum.
                ["plain-momentum"] = x => (x.Gamma * x.V) + x.Gradient is var v ? (x.W - (x.Eta * v), v) : default,
                ["slide-form"] = x => (x.Gamma * x.V) - (x.Eta * x.Gradient) is var v ? (x.W + v, v) : default,
                ["gamma-missing"] = x => (x.Gamma * x.V) + x.Gradient is var v ? (x.W - (x.Eta * (x.Gradient + v)), v) : default,
                ["gradient-missing"] = x => (x.Gamma * x.V) + x.Gradient is var v ? (x.W - (x.Eta * x.Gamma * v), v) : default,
                ["dampened"] = x => (x.Gamma * x.V) + ((1 - x.Gamma) * x.Gradient) is var v
                    ? (x.W - (x.Eta * (x.Gradient + (x.Gamma * v))), v) : default,
                ["added"] = x => (x.Gamma * x.V) + x.Gradient is var v ? (x.W + (x.Eta * (x.Gradient + (x.Gamma * v))), v) : default,
                ["v-not-kept"] = x => (x.Gamma * x.V) + x.Gradient is var v ? (x.W - (x.Eta * (x.Gradient + (x.Gamma * v))), x.V) : default,
                ["eta-at-gradient-only"] = x => (x.Gamma * x.V) + x.Gradient is var v ? (x.W - ((x.Eta * x.Gradient) + (x.Gamma * v)), v) : default,
            },
        },
        new Check<(double W, double G, double Gradient, double Eta, double Epsilon), (double, double)>("7.6", points: 2, member: "Adagrad")
        {
            Cases = 3, // later; the first step, G = 0; a gradient that has always been 0
            Draw = random => (random.AwayFromZero(0.5, 2), random.Case == 0 ? random.Number(0.5, 3) : 0,
                random.Case == 2 ? 0 : random.AwayFromZero(0.3, 2), random.Number(0.2, 0.6), random.Number(0.02, 0.1)),
            Right = x => Stepped(x.W, x.Gradient, p => optim.Adagrad(p, x.Eta, eps: x.Epsilon),
                s => ((Adagrad.State)s).sum.fill_(x.G), s => [((Adagrad.State)s).sum]) is [var w, var g] ? (w, g) : default,
            Mistakes =
            {
                ["epsilon-in-root"] = x => x.G + (x.Gradient * x.Gradient) is var g
                    ? (x.W - (x.Eta * x.Gradient / Math.Sqrt(g + x.Epsilon)), g) : default,
                ["added"] = x => x.G + (x.Gradient * x.Gradient) is var g
                    ? (x.W + (x.Eta * x.Gradient / (Math.Sqrt(g) + x.Epsilon)), g) : default,
                ["slide-form"] = x => x.G + (x.Gradient * x.Gradient) is var g
                    ? (x.W + (x.Eta * x.Gradient / Math.Sqrt(g + x.Epsilon)), g) : default,
                ["old-g"] = x => (x.W - (x.Eta * x.Gradient / (Math.Sqrt(x.G) + x.Epsilon)), x.G + (x.Gradient * x.Gradient)),
                ["root-missing"] = x => x.G + (x.Gradient * x.Gradient) is var g ? (x.W - (x.Eta * x.Gradient / (g + x.Epsilon)), g) : default,
                ["epsilon-missing"] = x => x.G + (x.Gradient * x.Gradient) is var g ? (x.W - (x.Eta * x.Gradient / Math.Sqrt(g)), g) : default,
                ["square-missing"] = x => x.G + Math.Abs(x.Gradient) is var g
                    ? (x.W - (x.Eta * x.Gradient / (Math.Sqrt(g) + x.Epsilon)), g) : default,
                ["this-gradient-only"] = x => x.Gradient * x.Gradient is var g
                    ? (x.W - (x.Eta * x.Gradient / (Math.Sqrt(g) + x.Epsilon)), g) : default,
                ["g-not-kept"] = x => (x.W - (x.Eta * x.Gradient / (Math.Sqrt(x.G + (x.Gradient * x.Gradient)) + x.Epsilon)), x.G),
            },
        },
        new Check<(double W, double G, double Gradient, double Eta, double Gamma, double Epsilon), (double, double)>("7.7", points: 2, member: "RmsProp")
        {
            Cases = 2, // later; the first step, G = 0
            Draw = random => (random.AwayFromZero(0.5, 2), random.Case == 0 ? random.Number(0.5, 3) : 0, random.AwayFromZero(0.3, 2),
                random.Number(0.2, 0.6), random.Number(0.6, 0.9), random.Number(0.02, 0.1)),
            Right = x => Stepped(x.W, x.Gradient, p => optim.RMSProp(p, x.Eta, x.Gamma, x.Epsilon),
                s => ((RMSProp.State)s).square_avg.fill_(x.G), s => [((RMSProp.State)s).square_avg]) is [var w, var g] ? (w, g) : default,
            Mistakes =
            {
                ["epsilon-in-root"] = x => Mean(x.Gamma, x.G, x.Gradient * x.Gradient) is var g
                    ? (x.W - (x.Eta * x.Gradient / Math.Sqrt(g + x.Epsilon)), g) : default,
                ["added"] = x => Mean(x.Gamma, x.G, x.Gradient * x.Gradient) is var g
                    ? (x.W + (x.Eta * x.Gradient / (Math.Sqrt(g) + x.Epsilon)), g) : default,
                ["slide-form"] = x => Mean(x.Gamma, x.G, x.Gradient * x.Gradient) is var g
                    ? (x.W + (x.Eta * x.Gradient / Math.Sqrt(g + x.Epsilon)), g) : default,
                ["gammas-swapped"] = x => Mean(1 - x.Gamma, x.G, x.Gradient * x.Gradient) is var g
                    ? (x.W - (x.Eta * x.Gradient / (Math.Sqrt(g) + x.Epsilon)), g) : default,
                ["one-minus-missing"] = x => (x.Gamma * x.G) + (x.Gradient * x.Gradient) is var g
                    ? (x.W - (x.Eta * x.Gradient / (Math.Sqrt(g) + x.Epsilon)), g) : default,
                ["adagrad"] = x => x.G + (x.Gradient * x.Gradient) is var g ? (x.W - (x.Eta * x.Gradient / (Math.Sqrt(g) + x.Epsilon)), g) : default,
                ["old-g"] = x => (x.W - (x.Eta * x.Gradient / (Math.Sqrt(x.G) + x.Epsilon)), Mean(x.Gamma, x.G, x.Gradient * x.Gradient)),
                ["square-missing"] = x => Mean(x.Gamma, x.G, Math.Abs(x.Gradient)) is var g
                    ? (x.W - (x.Eta * x.Gradient / (Math.Sqrt(g) + x.Epsilon)), g) : default,
                ["factor-squared"] = x => (x.Gamma * x.G) + Math.Pow((1 - x.Gamma) * x.Gradient, 2) is var g
                    ? (x.W - (x.Eta * x.Gradient / (Math.Sqrt(g) + x.Epsilon)), g) : default,
            },
        },
        new Check<(double W, double G, double D, double Gradient, double Eta, double Rho, double Epsilon), (double, double, double)>(
            "7.8", points: 3, member: "Adadelta")
        {
            Cases = 2, // later; the first step, G = D = 0
            Draw = random => (random.AwayFromZero(0.5, 2), random.Case == 0 ? random.Number(0.5, 3) : 0, random.Case == 0 ? random.Number(0.5, 3) : 0,
                random.AwayFromZero(0.3, 2), random.Number(0.3, 0.8), random.Number(0.6, 0.9), random.Number(0.02, 0.1)),
            Right = x => Stepped(x.W, x.Gradient, p => optim.Adadelta(p, x.Eta, x.Rho, x.Epsilon),
                s =>
                {
                    ((Adadelta.State)s).square_avg.fill_(x.G);
                    ((Adadelta.State)s).acc_delta.fill_(x.D);
                },
                s => [((Adadelta.State)s).square_avg, ((Adadelta.State)s).acc_delta]) is [var w, var g, var d] ? (w, g, d) : default,
            Mistakes =
            {
                ["epsilon-beside-root"] = x => AdadeltaBy(x, (d, g) => (Math.Sqrt(d) + x.Epsilon) / (Math.Sqrt(g) + x.Epsilon)),
                ["roots-missing"] = x => AdadeltaBy(x, (d, g) => (d + x.Epsilon) / (g + x.Epsilon)),
                ["upside-down"] = x => AdadeltaBy(x, (d, g) => Math.Sqrt(g + x.Epsilon) / Math.Sqrt(d + x.Epsilon)),
                ["old-g"] = x => AdadeltaBy(x, (d, _) => Math.Sqrt(d + x.Epsilon) / Math.Sqrt(x.G + x.Epsilon)),
                ["eta-missing"] = x => AdadeltaBy(x with { Eta = 1 }, (d, g) => Math.Sqrt(d + x.Epsilon) / Math.Sqrt(g + x.Epsilon)),
                ["added"] = x => AdadeltaBy(x with { Eta = -x.Eta }, (d, g) => Math.Sqrt(d + x.Epsilon) / Math.Sqrt(g + x.Epsilon)),
                ["d-first"] = x => Mean(x.Rho, x.D, x.Gradient * x.Gradient) is var early
                    && AdadeltaBy(x, (_, g) => Math.Sqrt(early + x.Epsilon) / Math.Sqrt(g + x.Epsilon)) is var step
                    ? (step.Item1, step.Item2, early) : default,
                ["d-of-gradients"] = x => AdadeltaBy(x, (d, g) => Math.Sqrt(d + x.Epsilon) / Math.Sqrt(g + x.Epsilon)) is var step
                    ? (step.Item1, step.Item2, Mean(x.Rho, x.D, x.Gradient * x.Gradient)) : default,
                ["d-with-eta"] = x => AdadeltaBy(x, (d, g) => Math.Sqrt(d + x.Epsilon) / Math.Sqrt(g + x.Epsilon)) is var step
                    ? (step.Item1, step.Item2, Mean(x.Rho, x.D, Math.Pow(step.Item1 - x.W, 2))) : default,
                ["d-not-kept"] = x => AdadeltaBy(x, (d, g) => Math.Sqrt(d + x.Epsilon) / Math.Sqrt(g + x.Epsilon)) is var step
                    ? (step.Item1, step.Item2, x.D) : default,
            },
        },
        new Check<(double W, double V, double G, double Gradient, int T, double Eta, double Gamma1, double Gamma2, double Epsilon),
            (double, double, double)>("7.9", points: 4, member: "Adam")
        {
            Cases = 2, // later; the first step
            Draw = random => random.Case == 0
                ? (random.AwayFromZero(0.5, 2), random.AwayFromZero(0.3, 0.9), random.Number(0.5, 2), random.AwayFromZero(0.3, 2), random.Whole(2, 5),
                    random.Number(0.2, 0.6), random.Number(0.6, 0.8), random.Number(0.85, 0.95), random.Number(0.02, 0.1))
                : (random.AwayFromZero(0.5, 2), 0, 0, random.AwayFromZero(0.3, 2), 1,
                    random.Number(0.2, 0.6), random.Number(0.6, 0.8), random.Number(0.85, 0.95), random.Number(0.02, 0.1)),
            Right = x => Stepped(x.W, x.Gradient, p => optim.Adam(p, x.Eta, x.Gamma1, x.Gamma2, x.Epsilon),
                s =>
                {
                    var state = (Adam.State)s;
                    state.exp_avg.fill_(x.V);
                    state.exp_avg_sq.fill_(x.G);
                    state.step = x.T - 1;
                },
                s => [((Adam.State)s).exp_avg, ((Adam.State)s).exp_avg_sq]) is [var w, var v, var g] ? (w, v, g) : default,
            Mistakes =
            {
                ["epsilon-in-root"] = x => Means(x) is var (v, g)
                    ? (x.W - (x.Eta * Hat(v, x.Gamma1, x.T) / Math.Sqrt(Hat(g, x.Gamma2, x.T) + x.Epsilon)), v, g) : default,
                ["slide-v-from-g"] = x => Mean(x.Gamma1, x.G, x.Gradient) is var v && Means(x).G is var g
                    ? (AdamW(x, Hat(v, x.Gamma1, x.T), Hat(g, x.Gamma2, x.T)), v, g) : default,
                ["slide-correction"] = x => Means(x) is var (v, g)
                    ? (AdamW(x, v / (1 - Math.Pow(v, x.T)), g / (1 - Math.Pow(g, x.T))), v, g) : default,
                ["slide-swapped"] = x => Means(x) is var (v, g)
                    ? (x.W - (x.Eta * Hat(g, x.Gamma2, x.T) / (Math.Sqrt(Hat(v, x.Gamma1, x.T)) + x.Epsilon)), v, g) : default,
                ["no-correction"] = x => Means(x) is var (v, g) ? (AdamW(x, v, g), v, g) : default,
                ["corrected-kept"] = x => Means(x) is var (v, g) && Hat(v, x.Gamma1, x.T) is var vHat && Hat(g, x.Gamma2, x.T) is var gHat
                    ? (AdamW(x, vHat, gHat), vHat, gHat) : default,
                ["power-missing"] = x => Means(x) is var (v, g) ? (AdamW(x, v / (1 - x.Gamma1), g / (1 - x.Gamma2)), v, g) : default,
                ["times-for-power"] = x => Means(x) is var (v, g) ? (AdamW(x, v / (1 - (x.Gamma1 * x.T)), g / (1 - (x.Gamma2 * x.T))), v, g) : default,
                ["t-from-zero"] = x => Means(x) is var (v, g)
                    ? (AdamW(x, Hat(v, x.Gamma1, x.T - 1), Hat(g, x.Gamma2, x.T - 1)), v, g) : default,
                ["one-gamma"] = x => Means(x) is var (v, g) ? (AdamW(x, Hat(v, x.Gamma1, x.T), Hat(g, x.Gamma1, x.T)), v, g) : default,
                ["added"] = x => Means(x) is var (v, g)
                    ? ((2 * x.W) - AdamW(x, Hat(v, x.Gamma1, x.T), Hat(g, x.Gamma2, x.T)), v, g) : default,
                ["gradient-for-v"] = x => Means(x) is var (v, g) ? (AdamW(x, x.Gradient, Hat(g, x.Gamma2, x.T)), v, g) : default,
                ["root-missing"] = x => Means(x) is var (v, g)
                    ? (x.W - (x.Eta * Hat(v, x.Gamma1, x.T) / (Hat(g, x.Gamma2, x.T) + x.Epsilon)), v, g) : default,
            },
        },
        new Check<(Tensor W, Tensor G, Tensor Gradient, double Eta, double Epsilon), (Tensor, Tensor)>("7.10", points: 2, member: "AdagradTensor")
        {
            Cases = 2, // later; the first step, with a gradient of 0 among others
            Draw = random => (Float64(random, 3, 2), random.Case == 0 ? random.Tensor([3, 2], 0.2, 2, ScalarType.Float64) : zeros(3, 2, float64),
                random.Case == 0 ? Float64(random, 3, 2) : Float64(random, 3, 2) * tensor(new double[] { 1, 0, 1, 1, 1, 1 }).reshape(3, 2),
                random.Number(0.2, 0.6), random.Number(0.02, 0.1)),
            Right = x =>
            {
                var weight = nn.Parameter(x.W.clone());
                using var optimizer = optim.Adagrad([weight], x.Eta, eps: x.Epsilon);
                var state = (Adagrad.State)optimizer.state_dict().State[0];
                state.sum.copy_(x.G);
                weight.grad = x.Gradient.clone();
                optimizer.step();
                return (weight.detach().clone(), state.sum.clone());
            },
            Mistakes =
            {
                ["one-g-for-all"] = x => x.G + x.Gradient.pow(2).sum() is var g ? (x.W - (x.Eta * x.Gradient / (g.sqrt() + x.Epsilon)), g) : default,
                ["mean-g-for-all"] = x => x.G + x.Gradient.pow(2).mean() is var g ? (x.W - (x.Eta * x.Gradient / (g.sqrt() + x.Epsilon)), g) : default,
                ["epsilon-in-root"] = x => x.G + x.Gradient.pow(2) is var g ? (x.W - (x.Eta * x.Gradient / (g + x.Epsilon).sqrt()), g) : default,
                ["added"] = x => x.G + x.Gradient.pow(2) is var g ? (x.W + (x.Eta * x.Gradient / (g.sqrt() + x.Epsilon)), g) : default,
                ["old-g"] = x => (x.W - (x.Eta * x.Gradient / (x.G.sqrt() + x.Epsilon)), x.G + x.Gradient.pow(2)),
                ["epsilon-missing"] = x => x.G + x.Gradient.pow(2) is var g ? (x.W - (x.Eta * x.Gradient / g.sqrt()), g) : default,
                ["root-missing"] = x => x.G + x.Gradient.pow(2) is var g ? (x.W - (x.Eta * x.Gradient / (g + x.Epsilon)), g) : default,
            },
        },
        new Check<(Tensor X, Tensor Y, Tensor W, double Eta, int Steps), Tensor>("7.11", points: 2, member: "TrainingSteps")
        {
            Draw = random => (Float64(random, 6, 3), Float64(random, 6), Float64(random, 3), random.Number(0.1, 0.4), random.Whole(3, 5)),
            Right = x => Descend(x.W, x.Steps, (w, step) => w - (x.Eta * Slope(x.X, x.Y, w))),
            Mistakes =
            {
                ["not-cleared"] = x => Accumulated(x.W, x.Steps, (w, _) => Slope(x.X, x.Y, w), x.Eta),
                ["cleared-before-step"] = x => x.W.clone(),
                ["one-step"] = x => x.W - (x.Eta * Slope(x.X, x.Y, x.W)),
                ["error-of-the-first-weights"] = x => x.W - (x.Eta * x.Steps * Slope(x.X, x.Y, x.W)),
                ["one-step-more"] = x => Descend(x.W, x.Steps + 1, (w, _) => w - (x.Eta * Slope(x.X, x.Y, w))),
                ["step-before-backward"] = x => Descend(x.W, x.Steps - 1, (w, _) => w - (x.Eta * Slope(x.X, x.Y, w))),
                ["sum-for-mean"] = x => Descend(x.W, x.Steps, (w, _) => w - (x.Eta * x.X.shape[0] * Slope(x.X, x.Y, w))),
            },
        },
        new Check<(Tensor X, Tensor Y, Tensor W, double Eta, int Steps), Tensor>("7.12", points: 2, member: "AdamTraining")
        {
            Draw = random => (Float64(random, 6, 3), random.Tensor([6], 1, 3, ScalarType.Float64), Float64(random, 3), random.Number(0.2, 0.5),
                random.Whole(4, 6)),
            Right = x => Optimized(x.W, x.Steps, p => optim.Adam(p, x.Eta), w => Slope(x.X, x.Y, w)),
            Mistakes =
            {
                // A first step of Adam is eta times the gradient's sign, whatever came before.
                ["optimizer-in-the-loop"] = x => Descend(x.W, x.Steps, (w, _) => Optimized(w, 1, p => optim.Adam(p, x.Eta), v => Slope(x.X, x.Y, v))),
                ["sgd"] = x => Descend(x.W, x.Steps, (w, _) => w - (x.Eta * Slope(x.X, x.Y, w))),
                ["default-rate"] = x => Optimized(x.W, x.Steps, p => optim.Adam(p), w => Slope(x.X, x.Y, w)),
                ["rmsprop"] = x => Optimized(x.W, x.Steps, p => optim.RMSProp(p, x.Eta), w => Slope(x.X, x.Y, w)),
                ["not-cleared"] = x =>
                {
                    var sum = zeros_like(x.W);
                    return Optimized(x.W, x.Steps, p => optim.Adam(p, x.Eta), w => sum = sum + Slope(x.X, x.Y, w));
                },
                ["cleared-before-step"] = x => x.W.clone(),
                ["one-step"] = x => Optimized(x.W, 1, p => optim.Adam(p, x.Eta), w => Slope(x.X, x.Y, w)),
            },
        },
        new Check<(Tensor X, Tensor Y, Tensor W, Tensor Order, int Size, double Eta), Tensor>("7.13", points: 3, member: "MiniBatchEpoch")
        {
            Cases = 2, // a shorter last part; none
            Draw = random => (random.Case == 0 ? random.Whole(7, 8) : 6) is var rows
                ? (Float64(random, rows, 2), Float64(random, rows), Float64(random, 2), tensor(random.Shuffled(rows).Select(i => (long)i).ToArray()), 3,
                    random.Number(0.1, 0.4)) : default,
            Right = x => Batches(x.W, x.Order.split(x.Size), (w, part) => w - (x.Eta * Slope(x.X[part], x.Y[part], w))),
            Mistakes =
            {
                ["order-ignored"] = x => Batches(x.W, arange(x.Order.shape[0]).split(x.Size), (w, part) => w - (x.Eta * Slope(x.X[part], x.Y[part], w))),
                ["all-points-each-step"] = x => Batches(x.W, x.Order.split(x.Size), (w, _) => w - (x.Eta * Slope(x.X, x.Y, w))),
                ["full-batch"] = x => x.W - (x.Eta * Slope(x.X, x.Y, x.W)),
                ["last-dropped"] = x => Batches(
                    x.W, [.. x.Order.split(x.Size).Take((int)x.Order.shape[0] / x.Size)], (w, part) => w - (x.Eta * Slope(x.X[part], x.Y[part], w))),
                ["not-cleared"] = x => x.Order.split(x.Size) is var parts
                    ? Accumulated(x.W, parts.Length, (w, i) => Slope(x.X[parts[i]], x.Y[parts[i]], w), x.Eta) : x.W,
                ["one-step-at-the-end"] = x => Batches(x.W, x.Order.split(x.Size), (w, part) => w - (x.Eta * Slope(x.X[part], x.Y[part], x.W))),
                ["labels-in-file-order"] = x => x.Order.split(x.Size) is var parts && arange(x.Order.shape[0]).split(x.Size) is var places
                    ? Descend(x.W, parts.Length, (w, i) => w - (x.Eta * Slope(x.X[parts[i]], x.Y[places[i]], w))) : x.W,
                ["first-part-only"] = x => x.Order.split(x.Size)[0] is var part ? x.W - (x.Eta * Slope(x.X[part], x.Y[part], x.W)) : x.W,
            },
        },
        new Check<(Tensor X, Tensor Y, Tensor W, double Eta, double Gamma, int Every, int Epochs), Tensor>("7.14", points: 3, member: "ScheduledTraining")
        {
            // The rate changes twice, and not in every second epoch: else two steps of the scheduler were as good as a change an epoch.
            Draw = random => (Float64(random, 6, 3), Float64(random, 6), Float64(random, 3), random.Number(0.2, 0.4), random.Number(0.3, 0.6), 3,
                random.Whole(7, 8)),
            Right = x => Descend(x.W, x.Epochs, (w, epoch) => w - (x.Eta * Math.Pow(x.Gamma, epoch / x.Every) * Slope(x.X, x.Y, w))),
            Mistakes =
            {
                ["no-schedule"] = x => Descend(x.W, x.Epochs, (w, _) => w - (x.Eta * Slope(x.X, x.Y, w))),
                ["scheduler-first"] = x => Descend(x.W, x.Epochs, (w, epoch) => w - (x.Eta * Math.Pow(x.Gamma, (epoch + 1) / x.Every) * Slope(x.X, x.Y, w))),
                ["every-epoch"] = x => Descend(x.W, x.Epochs, (w, epoch) => w - (x.Eta * Math.Pow(x.Gamma, epoch) * Slope(x.X, x.Y, w))),
                ["default-gamma"] = x => Descend(x.W, x.Epochs, (w, epoch) => w - (x.Eta * Math.Pow(0.1, epoch / x.Every) * Slope(x.X, x.Y, w))),
                ["stepped-twice"] = x => Descend(x.W, x.Epochs, (w, epoch) => w - (x.Eta * Math.Pow(x.Gamma, 2 * epoch / x.Every) * Slope(x.X, x.Y, w))),
                ["not-cleared"] = x =>
                {
                    Tensor w = x.W, sum = zeros_like(x.W);
                    for (var epoch = 0; epoch < x.Epochs; epoch++)
                    {
                        sum = sum + Slope(x.X, x.Y, w);
                        w = w - (x.Eta * Math.Pow(x.Gamma, epoch / x.Every) * sum);
                    }

                    return w;
                },
                ["optimizer-not-stepped"] = x => x.W.clone(),
            },
        },
    ];

    private static (double W, double V, double Gradient, double Eta, double Gamma) MomentumInput(Draw random) =>
        (random.AwayFromZero(0.5, 2), random.AwayFromZero(0.5, 2), random.AwayFromZero(0.3, 2), random.Number(0.1, 0.5), random.Number(0.6, 0.9));

    private static (double, double) MomentumStep((double W, double V, double Gradient, double Eta, double Gamma) x, bool nesterov) =>
        Stepped(x.W, x.Gradient, p => optim.SGD(p, x.Eta, x.Gamma, nesterov: nesterov),
            s => ((SGD.State)s).momentum_buffer = tensor(x.V, float64), s => [((SGD.State)s).momentum_buffer]) is [var w, var v] ? (w, v) : default;

    // One step of one of torch's optimizers from a state of our own: the new weight, then what it remembers.
    private static double[] Stepped(
        double w, double gradient, Func<IEnumerable<Parameter>, OptimizerHelper> make, Action<OptimizerState> set, Func<OptimizerState, Tensor[]> get)
    {
        var weight = nn.Parameter(tensor(w, float64));
        using var optimizer = make([weight]);
        var state = optimizer.state_dict().State[0];
        set(state);
        weight.grad = tensor(gradient, float64);
        optimizer.step();
        return [weight.item<double>(), .. get(state).Select(t => t.item<double>())];
    }

    // Some steps of one of torch's optimizers, with a gradient of our own.
    private static Tensor Optimized(Tensor w, int steps, Func<IEnumerable<Parameter>, optim.Optimizer> make, Func<Tensor, Tensor> gradient)
    {
        var weight = nn.Parameter(w.clone());
        using var optimizer = make([weight]);
        for (var step = 0; step < steps; step++)
        {
            weight.grad = gradient(weight.detach()).clone();
            optimizer.step();
        }

        return weight.detach().clone();
    }

    // Mathematics: the gradient of the mean of (x w - y)^2 is 2 x' (x w - y) / rows.
    private static Tensor Slope(Tensor x, Tensor y, Tensor w) => 2 * x.t().mv(x.mv(w) - y) / x.shape[0];

    private static Tensor Descend(Tensor w, int steps, Func<Tensor, int, Tensor> next) => Enumerable.Range(0, steps).Aggregate(w, next);

    private static Tensor Batches(Tensor w, Tensor[] parts, Func<Tensor, Tensor, Tensor> next) => parts.Aggregate(w, next);

    // Gradients that add up in grad.
    private static Tensor Accumulated(Tensor w, int steps, Func<Tensor, int, Tensor> gradient, double eta)
    {
        var sum = zeros_like(w);
        for (var step = 0; step < steps; step++)
        {
            sum = sum + gradient(w, step);
            w = w - (eta * sum);
        }

        return w;
    }

    private static double Mean(double gamma, double old, double next) => (gamma * old) + ((1 - gamma) * next);

    private static double Hat(double mean, double gamma, int t) => mean / (1 - Math.Pow(gamma, t));

    private static (double, double, double) AdadeltaBy(
        (double W, double G, double D, double Gradient, double Eta, double Rho, double Epsilon) x, Func<double, double, double> ratio)
    {
        var g = Mean(x.Rho, x.G, x.Gradient * x.Gradient);
        var d = x.Gradient * ratio(x.D, g);
        return (x.W - (x.Eta * d), g, Mean(x.Rho, x.D, d * d));
    }

    private static (double V, double G) Means(
        (double W, double V, double G, double Gradient, int T, double Eta, double Gamma1, double Gamma2, double Epsilon) x) =>
        (Mean(x.Gamma1, x.V, x.Gradient), Mean(x.Gamma2, x.G, x.Gradient * x.Gradient));

    private static double AdamW(
        (double W, double V, double G, double Gradient, int T, double Eta, double Gamma1, double Gamma2, double Epsilon) x, double v, double g) =>
        x.W - (x.Eta * v / (Math.Sqrt(g) + x.Epsilon));

    private static Tensor Float64(Draw random, params long[] shape) => random.Tensor(shape, type: ScalarType.Float64);
}
