using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Reads and writes elements by index or mask. The same table in Python: Peers/operator_cases/selection.py.</summary>
public class SelectionTests
{
    private static readonly Cases Table = new()
    {
        ["select"] = t => t.x.select(1, 2),
        ["narrow"] = t => t.x.narrow(1, 1, 2),
        ["slice"] = t => t.x.slice(1, 0, 4, 2),
        ["index_select"] = t => t.x.index_select(1, t.i),
        ["gather"] = t => t.x.gather(1, t.j),
        ["take"] = t => t.x.take(t.j),
        ["take_along_dim"] = t => t.x.take_along_dim(t.j, 1),
        ["take_along_dim numbers"] = t => t.x.take_along_dim(new List<long> { 3, 0, 5 }),
        ["take_along_dim flat"] = t => t.x.take_along_dim(t.j.flatten()),
        ["masked_select"] = t => t.x.masked_select(t.mask),
        ["where"] = t => t.x.where(t.mask, t.y),
        ["torch.where"] = t => torch.where(t.mask),
        ["nonzero"] = t => t.mask.nonzero(),
        ["nonzero_as_list"] = t => t.mask.nonzero_as_list().ToArray(),
        ["argwhere"] = t => t.mask.argwhere(),
        ["index_add"] = t => t.x.index_add(1, t.i, t.y.narrow(1, 0, 2), 2),
        ["index_copy"] = t => t.x.index_copy(1, t.i, t.y.narrow(1, 0, 2)),
        ["index_fill"] = t => t.x.index_fill(1, t.i, 7.5),
        ["scatter"] = t => t.x.scatter(1, t.j, t.y),
        ["scatter_add"] = t => t.x.scatter_add(1, t.j, t.y),
        ["select_scatter"] = t => t.x.select_scatter(t.v, 0, 1),
        ["slice_scatter"] = t => t.x.slice_scatter(t.y.narrow(0, 0, 2), 0, 1, 3),
        ["slice_scatter step"] = t => t.x.slice_scatter(t.y.narrow(1, 0, 2), 1, 0, 4, 2),
        ["diagonal_scatter"] = t => t.x.diagonal_scatter(t.v.narrow(0, 0, 3)),
        ["masked_fill"] = t => t.x.masked_fill(t.mask, -1.5),
        ["masked_scatter"] = t => t.x.masked_scatter(t.mask, t.y),
        ["torch.gather"] = t => torch.gather(t.x, 1, t.j, false),
        ["torch.take_along_dim"] = t => torch.take_along_dim(t.x, t.i.unsqueeze(1)),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
