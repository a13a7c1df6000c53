using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>An operator with a _ at its end changes its tensor, returns that very object, and computes what the one without does.</summary>
public class InPlaceTests
{
    private static readonly Dictionary<string,
        (Func<Inputs, Tensor> Start, Func<Tensor, Inputs, Tensor> InPlace, Func<Tensor, Inputs, Tensor> Pure)> Table = new()
    {
        ["add_"] = (t => t.x, (a, t) => a.add_(t.y), (a, t) => a.add(t.y)),
        ["add_ alpha"] = (t => t.x, (a, t) => a.add_(t.y, 0.5), (a, t) => a.add(t.y, 0.5)),
        ["add_ number"] = (t => t.x, (a, t) => a.add_(2.5), (a, t) => a.add(2.5)),
        ["add_ number alpha"] = (t => t.x, (a, t) => a.add_(2.5, 3), (a, t) => a.add(2.5, 3)),
        ["sub_"] = (t => t.x, (a, t) => a.sub_(t.y), (a, t) => a.sub(t.y)),
        ["sub_ number"] = (t => t.x, (a, t) => a.sub_(2), (a, t) => a.sub(2)),
        ["subtract_"] = (t => t.x, (a, t) => a.subtract_(t.y), (a, t) => a.subtract(t.y)),
        ["subtract_ number"] = (t => t.x, (a, t) => a.subtract_(2), (a, t) => a.subtract(2)),
        ["mul_"] = (t => t.x, (a, t) => a.mul_(t.y), (a, t) => a.mul(t.y)),
        ["mul_ number"] = (t => t.x, (a, t) => a.mul_(0.1), (a, t) => a.mul(0.1)),
        ["div_"] = (t => t.x, (a, t) => a.div_(t.y), (a, t) => a.div(t.y)),
        ["div_ number"] = (t => t.x, (a, t) => a.div_(3), (a, t) => a.div(3)),
        ["div_ floor"] = (t => t.x, (a, t) => a.div_(t.p, RoundingMode.floor), (a, t) => a.div(t.p, RoundingMode.floor)),
        ["divide_ number trunc"] = (t => t.n, (a, t) => a.divide_(-4, RoundingMode.trunc), (a, t) => a.div(-4, RoundingMode.trunc)),
        ["true_divide_"] = (t => t.x, (a, t) => a.true_divide_(t.y), (a, t) => a.true_divide(t.y)),
        ["true_divide_ number"] = (t => t.x, (a, t) => a.true_divide_(3), (a, t) => a.true_divide(3)),
        ["floor_divide_"] = (t => t.n, (a, t) => a.floor_divide_(t.k), (a, t) => a.floor_divide(t.k)),
        ["floor_divide_ number"] = (t => t.n, (a, t) => a.floor_divide_(-3), (a, t) => a.floor_divide(-3)),
        ["remainder_"] = (t => t.x, (a, t) => a.remainder_(t.p), (a, t) => a.remainder(t.p)),
        ["remainder_ number"] = (t => t.x, (a, t) => a.remainder_(-0.7), (a, t) => a.remainder(-0.7)),
        ["fmod_"] = (t => t.x, (a, t) => a.fmod_(t.p), (a, t) => a.fmod(t.p)),
        ["fmod_ number"] = (t => t.x, (a, t) => a.fmod_(0.7), (a, t) => a.fmod(0.7)),
        ["pow_"] = (t => t.p, (a, t) => a.pow_(t.y), (a, t) => a.pow(t.y)),
        ["pow_ number"] = (t => t.x, (a, t) => a.pow_(3), (a, t) => a.pow(3)),
        ["addcmul_"] = (t => t.x, (a, t) => a.addcmul_(t.y, t.p, 0.7), (a, t) => a.addcmul(t.y, t.p, 0.7)),
        ["addcdiv_"] = (t => t.x, (a, t) => a.addcdiv_(t.y, t.p), (a, t) => a.addcdiv(t.y, t.p)),
        ["addcdiv_ value"] = (t => t.x, (a, t) => a.addcdiv_(t.y, t.p, -2), (a, t) => a.addcdiv(t.y, t.p, -2)),
        ["gcd_"] = (t => t.n, (a, t) => a.gcd_(t.k), (a, t) => a.gcd(t.k)),
        ["lcm_"] = (t => t.n, (a, t) => a.lcm_(t.k), (a, t) => a.lcm(t.k)),
        ["ldexp_"] = (t => t.x, (a, t) => a.ldexp_(t.n), (a, t) => a.ldexp(t.n)),
        ["xlogy_"] = (t => t.x, (a, t) => a.xlogy_(t.p), (a, t) => a.xlogy(t.p)),
        ["xlogy_ number"] = (t => t.x, (a, t) => a.xlogy_(2.5), (a, t) => a.xlogy(2.5)),
        ["round_ decimals"] = (t => t.x, (a, t) => a.round_(2), (a, t) => a.round(2)),
        ["mvlgamma_"] = (t => t.p + 2, (a, t) => a.mvlgamma_(3), (a, t) => a.mvlgamma(3)),
        ["polygamma_"] = (t => t.p, (a, t) => a.polygamma_(2), (a, t) => a.polygamma(2)),
        ["clamp_"] = (t => t.x, (a, t) => a.clamp_(-0.5, 0.75), (a, t) => a.clamp(-0.5, 0.75)),
        ["clamp_ tensors"] = (t => t.x, (a, t) => a.clamp_(t.u, t.p), (a, t) => a.clamp(t.u, t.p)),
        ["clamp_max_"] = (t => t.x, (a, t) => a.clamp_max_(0.25), (a, t) => a.clamp_max(0.25)),
        ["clamp_min_"] = (t => t.x, (a, t) => a.clamp_min_(0.25), (a, t) => a.clamp_min(0.25)),
        ["lerp_"] = (t => t.x, (a, t) => a.lerp_(t.y, t.u), (a, t) => a.lerp(t.y, t.u)),
        ["conj_physical_"] = (t => t.z, (a, t) => a.conj_physical_(), (a, t) => a.conj_physical()),
        ["atan2_"] = (t => t.x, (a, t) => a.atan2_(t.y), (a, t) => a.atan2(t.y)),
        ["arctan2_"] = (t => t.x, (a, t) => a.arctan2_(t.y), (a, t) => a.arctan2(t.y)),
        ["arctan_ of two"] = (t => t.x, (a, t) => a.arctan_(t.y), (a, t) => a.arctan(t.y)),
        ["leaky_relu_"] = (t => t.x, (a, t) => a.leaky_relu_(0.2), (a, t) => a.leaky_relu(0.2)),
        ["rrelu_"] = (t => t.x, (a, t) => a.rrelu_(), (a, t) => a.rrelu()),
        ["threshold_"] = (t => t.x, (a, t) => a.threshold_(0.1, 20), (a, t) => a.threshold(0.1, 20)),
        ["elu_ alpha"] = (t => t.x, (a, t) => a.elu_(0.5), (a, t) => a.elu(0.5)),
        ["elu_ scaled"] = (t => t.x, (a, t) => a.elu_(0.5, 1.5, 2.0), (a, t) => a.elu(0.5, 1.5, 2.0)),
        ["celu_ alpha"] = (t => t.x, (a, t) => a.celu_(0.5), (a, t) => a.celu(0.5)),
        ["hardtanh_"] = (t => t.x, (a, t) => a.hardtanh_(-0.3, 0.4), (a, t) => a.hardtanh(-0.3, 0.4)),
        ["eq_"] = (t => t.n, (a, t) => a.eq_(t.k), (a, t) => a.eq(t.k).to(int64)),
        ["eq_ number"] = (t => t.n, (a, t) => a.eq_(7), (a, t) => a.eq(7).to(int64)),
        ["ne_"] = (t => t.n, (a, t) => a.ne_(t.k), (a, t) => a.ne(t.k).to(int64)),
        ["not_equal_"] = (t => t.n, (a, t) => a.not_equal_(t.k), (a, t) => a.ne(t.k).to(int64)),
        ["lt_"] = (t => t.x, (a, t) => a.lt_(t.y), (a, t) => a.lt(t.y).to(float64)),
        ["lt_ number"] = (t => t.x, (a, t) => a.lt_(0.5), (a, t) => a.lt(0.5).to(float64)),
        ["le_"] = (t => t.x, (a, t) => a.le_(t.y), (a, t) => a.le(t.y).to(float64)),
        ["less_equal_"] = (t => t.x, (a, t) => a.less_equal_(t.y), (a, t) => a.le(t.y).to(float64)),
        ["gt_"] = (t => t.x, (a, t) => a.gt_(t.y), (a, t) => a.gt(t.y).to(float64)),
        ["gt_ number"] = (t => t.x, (a, t) => a.gt_(0.5), (a, t) => a.gt(0.5).to(float64)),
        ["ge_"] = (t => t.x, (a, t) => a.ge_(t.y), (a, t) => a.ge(t.y).to(float64)),
        ["logical_and_"] = (t => t.mask, (a, t) => a.logical_and_(t.n > 9), (a, t) => a.logical_and(t.n > 9)),
        ["logical_or_"] = (t => t.mask, (a, t) => a.logical_or_(t.n > 9), (a, t) => a.logical_or(t.n > 9)),
        ["logical_xor_"] = (t => t.mask, (a, t) => a.logical_xor_(t.n > 9), (a, t) => a.logical_xor(t.n > 9)),
        ["logical_not_"] = (t => t.mask, (a, t) => a.logical_not_(), (a, t) => a.logical_not()),
        ["bitwise_and_"] = (t => t.n, (a, t) => a.bitwise_and_(t.k), (a, t) => a.bitwise_and(t.k)),
        ["bitwise_or_"] = (t => t.n, (a, t) => a.bitwise_or_(t.k), (a, t) => a.bitwise_or(t.k)),
        ["bitwise_xor_"] = (t => t.n, (a, t) => a.bitwise_xor_(t.k), (a, t) => a.bitwise_xor(t.k)),
        ["bitwise_not_"] = (t => t.n, (a, t) => a.bitwise_not_(), (a, t) => a.bitwise_not()),
        ["bitwise_left_shift_"] = (t => t.n, (a, t) => a.bitwise_left_shift_(t.k), (a, t) => a.bitwise_left_shift(t.k)),
        ["bitwise_right_shift_"] = (t => t.n, (a, t) => a.bitwise_right_shift_(t.k), (a, t) => a.bitwise_right_shift(t.k)),
        ["addmm_"] = (t => ones(3, 5, float64), (a, t) => a.addmm_(t.x, t.m, 0.5f, 2), (a, t) => a.addmm(t.x, t.m, 0.5f, 2)),
        ["addmv_"] = (t => ones(3, float64), (a, t) => a.addmv_(t.x, t.v, 0.5f, 2), (a, t) => a.addmv(t.x, t.v, 0.5f, 2)),
        ["addr_"] = (t => t.s, (a, t) => a.addr_(t.v, t.w, 0.5f, 2), (a, t) => a.addr(t.v, t.w, 0.5f, 2)),
        ["addbmm_"] = (t => ones(3, 5, float64), (a, t) => a.addbmm_(t.b, t.c, 0.5f, 2), (a, t) => a.addbmm(t.b, t.c, 0.5f, 2)),
        ["transpose_"] = (t => t.x, (a, t) => a.transpose_(0, 1), (a, t) => a.transpose(0, 1)),
        ["squeeze_"] = (t => t.x.unsqueeze(0), (a, t) => a.squeeze_(), (a, t) => a.squeeze()),
        ["squeeze_ dim"] = (t => t.x.unsqueeze(0), (a, t) => a.squeeze_(0), (a, t) => a.squeeze(0)),
        ["unsqueeze_"] = (t => t.x, (a, t) => a.unsqueeze_(1), (a, t) => a.unsqueeze(1)),
        ["tril_"] = (t => t.x, (a, t) => a.tril_(1), (a, t) => a.tril(1)),
        ["triu_"] = (t => t.x, (a, t) => a.triu_(1), (a, t) => a.triu(1)),
        ["index_add_"] = (t => t.x,
            (a, t) => a.index_add_(1, t.i, t.y.narrow(1, 0, 2), 2), (a, t) => a.index_add(1, t.i, t.y.narrow(1, 0, 2), 2)),
        ["index_copy_"] = (t => t.x,
            (a, t) => a.index_copy_(1, t.i, t.y.narrow(1, 0, 2)), (a, t) => a.index_copy(1, t.i, t.y.narrow(1, 0, 2))),
        ["index_fill_"] = (t => t.x, (a, t) => a.index_fill_(1, t.i, 7.5), (a, t) => a.index_fill(1, t.i, 7.5)),
        ["scatter_"] = (t => t.x, (a, t) => a.scatter_(1, t.j, t.y), (a, t) => a.scatter(1, t.j, t.y)),
        ["scatter_add_"] = (t => t.x, (a, t) => a.scatter_add_(1, t.j, t.y), (a, t) => a.scatter_add(1, t.j, t.y)),
        ["masked_fill_"] = (t => t.x, (a, t) => a.masked_fill_(t.mask, -1.5), (a, t) => a.masked_fill(t.mask, -1.5)),
        ["masked_scatter_"] = (t => t.x, (a, t) => a.masked_scatter_(t.mask, t.y), (a, t) => a.masked_scatter(t.mask, t.y)),
        ["fill_"] = (t => t.x, (a, t) => a.fill_(2.5), (a, t) => full(3, 4, 2.5, float64)),
        ["zero_"] = (t => t.x, (a, t) => a.zero_(), (a, t) => zeros(3, 4, float64)),
        ["copy_"] = (t => t.x, (a, t) => a.copy_(t.v), (a, t) => t.v.expand(3, 4)),
        ["set_"] = (t => t.x, (a, t) => a.set_(t.m), (a, t) => t.m),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_place_returns_the_tensor_itself_with_the_result(string name)
    {
        using var scope = NewDisposeScope();
        var (start, inPlace, pure) = Table[name];
        var inputs = new Inputs();
        var expected = pure(start(inputs), inputs).clone();
        var tensor = start(inputs).clone();
        Assert.Same(tensor, inPlace(tensor, inputs));
        Assert.True(tensor.dtype == expected.dtype && tensor.allclose(expected, 0, 0, equal_nan: true), $"{name}: values differ");
    }
}
