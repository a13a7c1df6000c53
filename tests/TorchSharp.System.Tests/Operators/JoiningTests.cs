using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Many tensors made one, and one made many. The same table in Python: Peers/operator_cases/joining.py.</summary>
public class JoiningTests
{
    private static readonly Cases Table = new()
    {
        ["cat"] = t => torch.cat([t.x, t.y]),
        ["cat dim"] = t => torch.cat(new[] { t.x, t.y }, 1),
        ["cat one"] = t => torch.cat(new List<Tensor> { t.x }),
        ["concat"] = t => torch.concat([t.x, t.y], 1),
        ["concatenate"] = t => torch.concatenate([t.x, t.y], 1),
        ["stack"] = t => torch.stack([t.x, t.y], 1),
        ["hstack"] = t => torch.hstack(t.x, t.y),
        ["vstack"] = t => torch.vstack([t.x, t.v]),
        ["dstack"] = t => torch.dstack(t.x, t.y),
        ["column_stack"] = t => torch.column_stack(t.v, t.w),
        ["row_stack"] = t => torch.row_stack(t.x, t.v),
        ["block_diag"] = t => torch.block_diag(t.x, t.v, t.m),
        ["meshgrid"] = t => torch.meshgrid([t.v, t.w]),
        ["meshgrid xy"] = t => torch.meshgrid([t.v, t.r], "xy"),
        ["broadcast_tensors"] = t => torch.broadcast_tensors(t.x, t.v).ToArray(),
        ["split"] = t => t.x.split(2),
        ["split dim"] = t => t.x.split(3, 1),
        ["split sizes"] = t => t.x.split([1, 3], 1),
        ["split params"] = t => t.x.split(1, 2L),
        ["chunk"] = t => t.x.chunk(3, 1),
        ["unbind"] = t => t.x.unbind(),
        ["unbind dim"] = t => t.b.unbind(2),
        ["tensor_split"] = t => t.x.tensor_split(3, 1),
        ["tensor_split indices"] = t => t.x.tensor_split([1, 3], 1),
        ["tensor_split tensor"] = t => t.x.tensor_split(torch.tensor(new long[] { 1, 3 }), 1),
        ["vsplit"] = t => t.x.vsplit(3L),
        ["vsplit indices"] = t => t.x.vsplit(1, 2),
        ["hsplit"] = t => t.x.hsplit(2L),
        ["hsplit indices"] = t => t.x.hsplit(1, 3),
        ["hsplit vector"] = t => t.v.hsplit(2L),
        ["dsplit"] = t => t.b.dsplit(2L),
        ["dsplit indices"] = t => t.b.dsplit(1, 3),
        ["dsplit pair"] = t => t.b.dsplit((1, 2)),
        ["torch.hsplit pair"] = t => torch.hsplit(t.x, (1, 3)),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
