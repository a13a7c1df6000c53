using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>The same elements in another shape or order. The same table in Python: Peers/operator_cases/shape.py.</summary>
public class ShapeTests
{
    private static readonly Cases Table = new()
    {
        ["view"] = t => t.x.view(2, 6),
        ["view rest"] = t => t.x.view(-1, 2),
        ["reshape"] = t => t.x.reshape(4, 3),
        ["view_as"] = t => t.x.view_as(t.y.t()),
        ["view_as_real"] = t => t.z.view_as_real(),
        ["view_as_complex"] = t => t.x.view(3, 2, 2).view_as_complex(),
        ["ravel"] = t => t.x.ravel(),
        ["flatten"] = t => t.b.flatten(),
        ["flatten some"] = t => t.b.flatten(1, 2),
        ["unflatten"] = t => t.x.unflatten(1, 2, 2),
        ["unflatten size"] = t => t.x.unflatten(1, new Size([2L, -1L])),
        ["permute"] = t => t.b.permute(2, 0, 1),
        ["transpose"] = t => t.b.transpose(0, 2),
        ["t"] = t => t.x.t(),
        ["T"] = t => t.b.T,
        ["mT"] = t => t.b.mT,
        ["H"] = t => t.z.H,
        ["mH"] = t => t.z.mH,
        ["adjoint"] = t => t.z.adjoint(),
        ["swapaxes"] = t => t.b.swapaxes(0, 1),
        ["swapdims"] = t => t.b.swapdims(1, 2),
        ["movedim"] = t => t.b.movedim([0, 1], [2, 0]),
        ["moveaxis"] = t => t.b.moveaxis([0], [2]),
        ["torch.movedim"] = t => torch.movedim(t.b, 0, 2),
        ["torch.moveaxis pair"] = t => torch.moveaxis(t.b, (0, 1), (1, 2)),
        ["torch.moveaxis triple"] = t => torch.moveaxis(t.b, (0, 1, 2), (1, 2, 0)),
        ["squeeze"] = t => t.b.unsqueeze(0).unsqueeze(-1).squeeze(),
        ["squeeze dim"] = t => t.b.unsqueeze(0).squeeze(0),
        ["unsqueeze"] = t => t.x.unsqueeze(1),
        ["atleast_1d"] = t => torch.tensor(2.5).atleast_1d(),
        ["atleast_2d"] = t => t.v.atleast_2d(),
        ["atleast_3d"] = t => t.v.atleast_3d(),
        ["torch.atleast_2d"] = t => torch.atleast_2d(t.v, t.x).ToArray(),
        ["expand"] = t => t.v.expand(2, 3, 4),
        ["expand array"] = t => t.v.expand([2, -1]),
        ["expand size"] = t => t.v.expand(new Size([3L, 4L])),
        ["expand_as"] = t => t.v.expand_as(t.x),
        ["broadcast_to"] = t => t.v.broadcast_to(2, 4),
        ["unfold"] = t => t.x.unfold(1, 2, 1),
        ["as_strided"] = t => t.x.as_strided([2, 2], [1, 2], 3),
        ["flip"] = t => t.x.flip(0, 1),
        ["fliplr"] = t => t.x.fliplr(),
        ["flipud"] = t => t.x.flipud(),
        ["roll"] = t => t.x.roll(2),
        ["roll dim"] = t => t.x.roll(1, 1),
        ["roll rows"] = t => t.x.roll(new long[] { 1 }),
        ["roll dims"] = t => t.x.roll([1, 2], [0, 1]),
        ["roll pair"] = t => t.x.roll((1, 2), (0, 1)),
        ["roll triple"] = t => t.b.roll((1, 2, 3), (0, 1, 2)),
        ["rot90"] = t => t.x.rot90(),
        ["rot90 dims"] = t => t.b.rot90(3, (1, 2)),
        ["repeat"] = t => t.x.repeat(2, 1, 2),
        ["tile"] = t => t.x.tile([2, 2]),
        ["repeat_interleave"] = t => t.x.repeat_interleave(2),
        ["repeat_interleave dim"] = t => t.x.repeat_interleave(3, 0),
        ["repeat_interleave counts"] = t => t.x.repeat_interleave(torch.tensor(new long[] { 1, 0, 2 }), 0),
        ["tril"] = t => t.x.tril(),
        ["tril diagonal"] = t => t.x.tril(1),
        ["triu"] = t => t.x.triu(-1),
        ["tril_indices"] = t => torch.tril_indices(3, 4, 1),
        ["triu_indices"] = t => torch.triu_indices(3, 3, -1),
        ["diag"] = t => t.v.diag(1),
        ["diag of matrix"] = t => t.x.diag(-1),
        ["diag_embed"] = t => t.x.diag_embed(1),
        ["diagflat"] = t => t.x.diagflat(),
        ["diagonal"] = t => t.b.diagonal(1, 1, 2),
        ["channel_shuffle"] = t => t.b.transpose(1, 2).unsqueeze(-1).channel_shuffle(2),
        ["alias"] = t => t.x.alias(),
        ["contiguous"] = t => t.x.t().contiguous(),
        ["clone"] = t => t.x.clone(),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
