using CourseLabs.Backprop.Activations;

namespace CourseLabs.Backprop.Scalars;

/// <summary>The gates that have a name: powers, exponentials, angles, max, and the activations (COURSE A6, B1, E3).</summary>
public static class Functions
{
    private static readonly Sigmoid SigmoidGate = new();
    private static readonly Tanh TanhGate = new();
    private static readonly Arctan ArctanGate = new();
    private static readonly Relu ReluGate = new();
    private static readonly Softplus SoftplusGate = new();

    extension<T>(T x)
        where T : IScalar<T>
    {
        /// <summary>x^n: d/dx = n x^(n - 1), and 0 everywhere for n = 0.</summary>
        /// <param name="n">The exponent.</param>
        public T Pow(double n) => T.From("^{0}", Math.Pow(x.Value, n), x, n == 0 ? 0 : n * Math.Pow(x.Value, n - 1), n);

        /// <summary>x^y: d/dx = y x^(y - 1), d/dy = x^y ln x, which is 0 at x = 0 for y at least 0, and NaN for x below 0.</summary>
        /// <param name="y">The exponent.</param>
        public T Pow(T y)
        {
            var (b, n) = (x.Value, y.Value);
            var f = Math.Pow(b, n);
            var dx = n == 0 ? 0 : n * Math.Pow(b, n - 1);
            var dy = b == 0 && n >= 0 ? 0 : f * Math.Log(b);
            return T.From("^", f, x, dx, y, dy);
        }

        /// <summary>e^x: d/dx = e^x.</summary>
        public T Exp()
        {
            var f = Math.Exp(x.Value);
            return T.From("exp", f, x, f);
        }

        /// <summary>ln x: d/dx = 1 / x. Below 0 the value is NaN.</summary>
        public T Log() => T.From("log", Math.Log(x.Value), x, 1 / x.Value);

        /// <summary>sin x: d/dx = cos x.</summary>
        public T Sin() => T.From("sin", Math.Sin(x.Value), x, Math.Cos(x.Value));

        /// <summary>cos x: d/dx = -sin x.</summary>
        public T Cos() => T.From("cos", Math.Cos(x.Value), x, -Math.Sin(x.Value));

        /// <summary>
        /// max(x, y): the gradient router, 1 for the larger one and 0 for the other; a tie gives each a half, as torch.maximum does.
        /// </summary>
        /// <param name="y">The other input.</param>
        public T Max(T y) => T.From("max", Math.Max(x.Value, y.Value), x, Routed(x.Value, y.Value), y, Routed(y.Value, x.Value));

        /// <summary>max(x, c): as torch.maximum with a tensor that needs no gradient.</summary>
        /// <param name="c">The other input.</param>
        public T Max(double c) => T.From("max {0}", Math.Max(x.Value, c), x, Routed(x.Value, c), c);

        /// <summary>1 / (1 + e^-x) as one gate: d/dx = f (1 - f) (COURSE A6).</summary>
        public T Sigmoid() => x.Apply(SigmoidGate);

        /// <summary>tanh x: d/dx = 1 - f^2.</summary>
        public T Tanh() => x.Apply(TanhGate);

        /// <summary>arctan x: d/dx = 1 / (x^2 + 1).</summary>
        public T Arctan() => x.Apply(ArctanGate);

        /// <summary>max(0, x): d/dx = 1 above 0, else 0.</summary>
        public T Relu() => x.Apply(ReluGate);

        /// <summary>x above 0, else slope x: d/dx = 1 above 0, else the slope.</summary>
        /// <param name="slope">The slope below 0.</param>
        public T LeakyRelu(double slope = 0.01) => x.Apply(new LeakyRelu(slope));

        /// <summary>x above 0, else alpha (e^x - 1): d/dx = 1 above 0, else alpha e^x.</summary>
        /// <param name="alpha">Minus the value that it nears far below 0.</param>
        public T Elu(double alpha = 1) => x.Apply(new Elu(alpha));

        /// <summary>ln(1 + e^x): d/dx = 1 / (1 + e^-x).</summary>
        public T Softplus() => x.Apply(SoftplusGate);

        /// <summary>Any activation that is a function of one number, as one gate; its derivative stands in its own class.</summary>
        /// <param name="activation">The activation.</param>
        public T Apply(EntrywiseActivation activation)
        {
            ArgumentNullException.ThrowIfNull(activation);
            var f = activation.Value(x.Value);
            return T.From(activation.Name, f, x, activation.Derivative(x.Value, f));
        }
    }

    // A NaN is neither equal nor below, so each input gets the gradient then, as PyTorch has it.
    private static double Routed(double mine, double other) => mine == other ? 0.5 : mine < other ? 0 : 1;
}
