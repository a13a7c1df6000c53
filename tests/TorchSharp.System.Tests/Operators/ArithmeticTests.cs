using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Sums, products, quotients and powers, of tensors and numbers. The same table in Python: Peers/operator_cases/arithmetic.py.</summary>
public class ArithmeticTests
{
    private static readonly Cases Table = new()
    {
        ["add"] = t => t.x.add(t.y),
        ["add alpha"] = t => t.x.add(t.y, 0.5),
        ["add number"] = t => t.x.add(2.5),
        ["add number alpha"] = t => t.x.add(2.5, 3),
        ["add broadcasts"] = t => t.x.add(t.v),
        ["sub"] = t => t.x.sub(t.y),
        ["sub number"] = t => t.x.sub(2),
        ["subtract"] = t => t.x.subtract(t.y),
        ["subtract number"] = t => t.x.subtract(1.5),
        ["mul"] = t => t.x.mul(t.y),
        ["mul number"] = t => t.x.mul(-3),
        ["multiply"] = t => t.x.multiply(t.v),
        ["multiply number"] = t => t.x.multiply(0.1),
        ["div"] = t => t.x.div(t.y),
        ["div number"] = t => t.x.div(3),
        ["div trunc"] = t => t.x.div(t.p, RoundingMode.trunc),
        ["div floor"] = t => t.x.div(t.p, RoundingMode.floor),
        ["div number floor"] = t => t.x.div(0.3, RoundingMode.floor),
        ["div number trunc"] = t => t.n.div(-4, RoundingMode.trunc),
        ["div integers"] = t => t.n.div(t.k),
        ["divide"] = t => t.x.divide(t.y),
        ["divide number"] = t => t.x.divide(7),
        ["divide floor"] = t => t.n.divide(t.k, RoundingMode.floor),
        ["true_divide"] = t => t.n.true_divide(t.k),
        ["true_divide number"] = t => t.n.true_divide(3),
        ["floor_divide"] = t => t.n.floor_divide(t.k),
        ["floor_divide number"] = t => t.n.floor_divide(-3),
        ["remainder"] = t => t.x.remainder(t.p),
        ["remainder number"] = t => t.x.remainder(-0.7),
        ["fmod"] = t => t.x.fmod(t.p),
        ["fmod number"] = t => t.x.fmod(-0.7),
        ["pow"] = t => t.p.pow(t.y),
        ["pow number"] = t => t.x.pow(3),
        ["pow fraction"] = t => t.p.pow(-0.5),
        ["float_power"] = t => t.n.float_power(t.k),
        ["square"] = t => t.x.square(),
        ["addcmul"] = t => t.x.addcmul(t.y, t.p, 0.7),
        ["addcdiv"] = t => t.x.addcdiv(t.y, t.p),
        ["addcdiv value"] = t => t.x.addcdiv(t.y, t.p, -2),
        ["gcd"] = t => t.n.gcd(t.k),
        ["lcm"] = t => t.n.lcm(t.k),
        ["ldexp"] = t => t.x.ldexp(t.n),
        ["hypot"] = t => t.x.hypot(t.y),
        ["logaddexp"] = t => t.x.logaddexp(t.y),
        ["logaddexp2"] = t => t.x.logaddexp2(t.y),
        ["xlogy"] = t => t.x.xlogy(t.p),
        ["xlogy number"] = t => t.x.xlogy(2.5),
        ["renorm"] = t => t.x.renorm(2f, 0, 1.5f),
        ["operator +"] = t => t.x + t.y,
        ["operator + number"] = t => t.x + 2,
        ["operator number +"] = t => 2.5 + t.x,
        ["operator -"] = t => t.x - t.y,
        ["operator - number"] = t => t.x - 2.5,
        ["operator number -"] = t => 1 - t.x,
        ["operator *"] = t => t.x * t.y,
        ["operator * number"] = t => t.x * 3,
        ["operator number *"] = t => 0.3 * t.x,
        ["operator /"] = t => t.x / t.y,
        ["operator / number"] = t => t.x / 3,
        ["operator number /"] = t => 1 / t.x,
        ["operator number / integers"] = t => 1 / t.k,
        ["operator %"] = t => t.x % t.p,
        ["operator % number"] = t => t.x % 0.7,
        ["operator unary -"] = t => -t.x,
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
