using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Angles, circular and hyperbolic functions. The same table in Python: Peers/operator_cases/trigonometry.py.</summary>
public class TrigonometryTests
{
    private static readonly Cases Table = new()
    {
        ["sin"] = t => t.x.sin(),
        ["cos"] = t => t.x.cos(),
        ["tan"] = t => t.x.tan(),
        ["sinc"] = t => t.x.sinc(),
        ["sinh"] = t => t.x.sinh(),
        ["cosh"] = t => t.x.cosh(),
        ["tanh"] = t => t.x.tanh(),
        ["asin"] = t => t.u.asin(),
        ["arcsin"] = t => t.u.arcsin(),
        ["acos"] = t => t.u.acos(),
        ["arccos"] = t => t.u.arccos(),
        ["atan"] = t => t.x.atan(),
        ["arctan"] = t => t.x.arctan(),
        ["asinh"] = t => t.x.asinh(),
        ["arcsinh"] = t => t.x.arcsinh(),
        ["acosh"] = t => t.p.add(1).acosh(),
        ["arccosh"] = t => t.p.add(1).arccosh(),
        ["atanh"] = t => t.u.atanh(),
        ["arctanh"] = t => t.u.arctanh(),
        ["atan2"] = t => t.x.atan2(t.y),
        ["arctan2"] = t => t.x.arctan2(t.y),
        ["arctan of two"] = t => t.x.arctan(t.y),
        ["deg2rad"] = t => t.x.deg2rad(),
        ["rad2deg"] = t => t.x.rad2deg(),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
