using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Logic, on Booleans and bit by bit. The same table in Python: Peers/operator_cases/bitwise.py.</summary>
public class BitwiseTests
{
    private static readonly Cases Table = new()
    {
        ["logical_and"] = t => t.mask.logical_and(t.n > 9),
        ["logical_or"] = t => t.mask.logical_or(t.n > 9),
        ["logical_xor"] = t => t.mask.logical_xor(t.n > 9),
        ["logical_not"] = t => t.mask.logical_not(),
        ["bitwise_and"] = t => t.n.bitwise_and(t.k),
        ["bitwise_or"] = t => t.n.bitwise_or(t.k),
        ["bitwise_xor"] = t => t.n.bitwise_xor(t.k),
        ["bitwise_not"] = t => t.n.bitwise_not(),
        ["bitwise_left_shift"] = t => t.n.bitwise_left_shift(t.k),
        ["bitwise_right_shift"] = t => t.n.mul(100).bitwise_right_shift(t.k),
        ["operator &"] = t => t.n & t.k,
        ["operator |"] = t => t.n | t.k,
        ["operator ^"] = t => t.n ^ t.k,
        ["operator ~"] = t => ~t.mask,
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
