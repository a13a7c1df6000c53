using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Order statistics, histograms, correlation, sorting. The same table in Python: Peers/operator_cases/statistics.py.</summary>
public class StatisticsTests
{
    private static readonly Cases Table = new()
    {
        ["median"] = t => t.x.median(),
        ["nanmedian"] = t => t.g.nanmedian(),
        ["mode"] = t => t.n.mode(),
        ["mode dim"] = t => t.n.mode(0, true),
        ["kthvalue"] = t => t.x.kthvalue(2, 1),
        ["kthvalue last"] = t => t.x.kthvalue(3, null),
        ["quantile"] = t => t.x.quantile(t.r),
        ["quantile dim"] = t => t.x.quantile(t.r, 0, true),
        ["nanquantile"] = t => t.g.nanquantile(t.r),
        ["nanquantile dim"] = t => t.g.nanquantile(t.r, 1),
        ["bincount"] = t => t.n.flatten().bincount(null),
        ["bincount weights"] = t => t.n.flatten().bincount(t.x.flatten(), 25),
        ["histc"] = t => t.x.histc(5),
        ["histc range"] = t => t.x.histc(6, -3, 3),
        ["bucketize"] = t => t.x.bucketize(t.r.mul(2)),
        ["bucketize right"] = t => t.n.bucketize(torch.tensor(new long[] { 3, 7, 12 }), true, true),
        ["searchsorted"] = t => torch.searchsorted(t.r, t.u),
        ["searchsorted number"] = t => torch.searchsorted(t.r, 0.4, false, true, null),
        ["searchsorted sorter"] = t => torch.searchsorted(t.v, t.w, sorter: t.v.argsort()),
        ["histogram"] = t => torch.histogram(t.x, 4),
        ["histogram range"] = t => torch.histogram(t.x, 4, (-2, 2), t.p, true),
        ["histogram edges"] = t => torch.histogram(t.x, torch.tensor([-2.0, 0.0, 1.0])),
        ["cov"] = t => t.x.cov(),
        ["cov weights"] = t => t.x.cov(0, torch.tensor(new long[] { 1, 2, 3, 1 }), t.w.abs()),
        ["corrcoef"] = t => t.x.corrcoef(),
        ["sort"] = t => t.x.sort(),
        ["sort down"] = t => t.x.sort(0, true),
        ["sort stable"] = t => t.n.sort(1, stable: true),
        ["argsort"] = t => t.x.argsort(),
        ["argsort down"] = t => t.x.argsort(0, true),
        ["msort"] = t => t.x.msort(),
        ["topk"] = t => t.x.topk(2),
        ["topk smallest"] = t => t.x.topk(2, 0, false),
        ["unique"] = t => t.n.unique(),
        ["unique all"] = t => t.n.unique(true, true, true),
        ["unique dim"] = t => t.n.remainder(2).unique(return_counts: true, dim: 0),
        ["unique_consecutive"] = t => t.n.flatten().remainder(2).unique_consecutive(),
        ["unique_consecutive all"] = t => t.n.remainder(2).unique_consecutive(true, true, 1),
        ["cdist"] = t => torch.cdist(t.x, t.y),
        ["cdist p"] = t => torch.cdist(t.x, t.y, 1),
        ["cdist by products"] = t => torch.cdist(t.x, t.y, compute_mode: compute_mode.use_mm_for_euclid_dist),
        ["combinations"] = t => torch.combinations(t.v),
        ["combinations repeated"] = t => torch.combinations(t.v, 2, true),
        ["cartesian_prod"] = t => torch.cartesian_prod(t.v, t.w),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
