using CourseLabs.Backprop.Scalars;

namespace CourseLabs.Backprop.Tests.Scalars;

/// <summary>Every gate by the name that Peers/scalars.py gives it, for any kind of scalar.</summary>
internal static class Gates
{
    private const double C = 1.5;

    public static readonly string[] OfTwo = ["x + y", "x - y", "x * y", "x / y", "x ^ y", "max(x, y)"];

    public static readonly string[] OfOne =
    [
        "x + c", "c + x", "x - c", "c - x", "-x", "x * c", "c * x", "x / c", "c / x", "x ^ 3", "x ^ -0.5", "x ^ 0", "exp", "log", "sin",
        "cos", "tanh", "arctan", "sigmoid", "relu", "leaky-relu", "elu", "softplus", "max(x, c)",
    ];

    public static T Apply<T>(string gate, T x, T y)
        where T : IScalar<T> => gate switch
        {
            "x + y" => x + y,
            "x + c" => x + C,
            "c + x" => C + x,
            "x - y" => x - y,
            "x - c" => x - C,
            "c - x" => C - x,
            "-x" => -x,
            "x * y" => x * y,
            "x * c" => x * C,
            "c * x" => C * x,
            "x / y" => x / y,
            "x / c" => x / C,
            "c / x" => C / x,
            "x ^ y" => x.Pow(y),
            "x ^ 3" => x.Pow(3),
            "x ^ -0.5" => x.Pow(-0.5),
            "x ^ 0" => x.Pow(0),
            "exp" => x.Exp(),
            "log" => x.Log(),
            "sin" => x.Sin(),
            "cos" => x.Cos(),
            "tanh" => x.Tanh(),
            "arctan" => x.Arctan(),
            "sigmoid" => x.Sigmoid(),
            "relu" => x.Relu(),
            "leaky-relu" => x.LeakyRelu(0.1),
            "elu" => x.Elu(0.7),
            "softplus" => x.Softplus(),
            "max(x, y)" => x.Max(y),
            "max(x, c)" => x.Max(C),
            _ => throw new ArgumentException($"There is no gate {gate}."),
        };

    /// <summary>f, df/dx and df/dy by one backward pass.</summary>
    public static (double F, double Dx, double Dy) Reverse(string gate, double x, double y)
    {
        var (a, b) = (new Node(x), new Node(y));
        var f = Apply(gate, a, b);
        f.Backward();
        return (f.Value, a.Gradient, b.Gradient);
    }

    /// <summary>The same by a forward pass an input.</summary>
    public static (double F, double Dx, double Dy) Forward(string gate, double x, double y)
    {
        var byX = Apply(gate, new Dual(x, 1), new Dual(y, 0));
        return (byX.Value, byX.Derivative, Apply(gate, new Dual(x, 0), new Dual(y, 1)).Derivative);
    }
}
