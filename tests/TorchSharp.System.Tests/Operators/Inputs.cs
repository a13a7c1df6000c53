using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>What the operators are called with: the same draws as Peers/operator_cases/inputs.py.</summary>
internal sealed class Inputs
{
    public readonly Tensor x, y, p, q, u, v, w, m, s, spd, b, c, n, k, mask, e, h, g, r, i, j, z, d;

    public Inputs()
    {
        manual_seed(7);
        x = randn(3, 4, float64);
        y = randn(3, 4, float64);
        p = rand(3, 4, float64) + 0.5; // positive
        q = rand(3, 4, float64) + 0.5;
        u = rand(3, 4, float64) * 1.6 - 0.8; // within -1..1
        v = randn(4, float64);
        w = randn(4, float64);
        m = randn(4, 5, float64);
        s = rand(4, 4, float64) + 4 * eye(4, dtype: float64); // far from singular
        spd = s.matmul(s.T);
        b = randn(2, 3, 4, float64);
        c = randn(2, 4, 5, float64);
        n = randint(1, 20, new long[] { 3, 4 }, int64);
        k = randint(1, 20, new long[] { 3, 4 }, int64);
        mask = x > 0;
        e = tensor(new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, 1.5, -2.5 });
        h = tensor(new[] { 0.5, 1.5, 2.5, -0.5, -1.5, 3.5, -2.5 });
        g = tensor(new[,] { { 1, double.NaN, 3 }, { double.NaN, 5, 6 } });
        r = tensor(new[] { 0.1, 0.4, 0.75 });
        i = tensor(new long[] { 2, 0 });
        j = tensor(new long[,] { { 0, 3 }, { 1, 1 }, { 2, 0 } });
        z = complex(x, y);
        d = tensor(new double[] { 0, 1, 2, 3 });
    }
}
