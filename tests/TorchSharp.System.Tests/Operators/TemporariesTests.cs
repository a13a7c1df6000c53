using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>What an operator makes on its way it also disposes: only its result stays in the scope.</summary>
public class TemporariesTests
{
    private static readonly Dictionary<string, (Func<Inputs, Answer> Call, int Results)> Table = new()
    {
        ["number over a tensor"] = (t => 1 / t.x, 1),
        ["number less a tensor"] = (t => 1 - t.x, 1),
        ["std in another type"] = (t => t.x.std(1, type: float32), 1),
        ["var_mean in another type"] = (t => t.x.var_mean(1, type: float32), 2),
        ["unique without counts"] = (t => t.n.unique(), 1),
        ["unique with an inverse"] = (t => t.n.unique(return_inverse: true), 2),
        ["lu without infos"] = (t => torch.lu(t.s), 2),
        ["nonzero_as_list"] = (t => t.mask.nonzero_as_list().ToArray(), 2),
        ["take_along_dim by numbers"] = (t => t.x.take_along_dim(new List<long> { 3, 0 }), 1),
        ["normal of tensors"] = (t => normal(t.x, t.p), 1),
        ["tensordot"] = (t => t.b.tensordot(t.m, 1), 1),
        ["T"] = (t => t.b.T, 1),
        ["split"] = (t => t.x.split(1L), 3),
        ["broadcast_tensors"] = (t => broadcast_tensors(t.x, t.v).ToArray(), 2),
        ["a window"] = (t => hann_window(5), 1),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_the_result_stays(string name)
    {
        using var outer = NewDisposeScope();
        var inputs = new Inputs();
        using var scope = NewDisposeScope();
        Table[name].Call(inputs);
        Assert.Equal(Table[name].Results, scope.DisposablesCount);
    }
}
