using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Functions of one element. The same table in Python: Peers/operator_cases/pointwise.py.</summary>
public class PointwiseTests
{
    private static readonly Cases Table = new()
    {
        ["abs"] = t => t.x.abs(),
        ["absolute"] = t => t.x.absolute(),
        ["neg"] = t => t.x.neg(),
        ["negative"] = t => t.x.negative(),
        ["positive"] = t => t.x.positive(),
        ["sign"] = t => t.e.sign(),
        ["sgn"] = t => t.e.sgn(),
        ["signbit"] = t => t.h.signbit(),
        ["ceil"] = t => t.x.ceil(),
        ["floor"] = t => t.x.floor(),
        ["trunc"] = t => t.x.trunc(),
        ["fix"] = t => t.x.fix(),
        ["frac"] = t => t.x.frac(),
        ["round"] = t => t.x.round(),
        ["round halves to even"] = t => t.h.round(),
        ["round decimals"] = t => t.x.round(2),
        ["sqrt"] = t => t.p.sqrt(),
        ["rsqrt"] = t => t.p.rsqrt(),
        ["reciprocal"] = t => t.x.reciprocal(),
        ["exp"] = t => t.x.exp(),
        ["exp2"] = t => t.x.exp2(),
        ["expm1"] = t => t.x.expm1(),
        ["log"] = t => t.p.log(),
        ["log2"] = t => t.p.log2(),
        ["log10"] = t => t.p.log10(),
        ["log1p"] = t => t.p.log1p(),
        ["logit"] = t => t.p.div(2).logit(),
        ["logit eps"] = t => t.x.logit(0.1),
        ["erf"] = t => t.x.erf(),
        ["erfc"] = t => t.x.erfc(),
        ["erfinv"] = t => t.u.erfinv(),
        ["lgamma"] = t => t.p.lgamma(),
        ["digamma"] = t => t.p.digamma(),
        ["polygamma"] = t => t.p.polygamma(2),
        ["mvlgamma"] = t => t.p.add(2).mvlgamma(3),
        ["i0"] = t => t.x.i0(),
        ["igamma"] = t => t.p.igamma(t.q),
        ["igammac"] = t => t.p.igammac(t.q),
        ["clamp"] = t => t.x.clamp(-0.5, 0.75),
        ["clamp min"] = t => t.x.clamp(min: 0.1),
        ["clamp tensors"] = t => t.x.clamp(t.u, t.p),
        ["clip"] = t => t.x.clip(-1, 1),
        ["clamp_max"] = t => t.x.clamp_max(0.25),
        ["clamp_min"] = t => t.x.clamp_min(0.25),
        ["lerp"] = t => t.x.lerp(t.y, t.u),
        ["nan_to_num"] = t => t.e.nan_to_num(),
        ["nan_to_num given"] = t => t.e.nan_to_num(1.5, 7, -7),
        ["heaviside"] = t => t.e.heaviside(torch.tensor(0.5)),
        ["copysign"] = t => t.p.copysign(t.x),
        ["nextafter"] = t => t.x.nextafter(t.y),
        ["frexp"] = t => t.x.frexp(),
        ["real"] = t => t.z.real,
        ["imag"] = t => t.z.imag,
        ["angle"] = t => t.z.angle(),
        ["conj"] = t => t.z.conj().resolve_conj(),
        ["conj_physical"] = t => t.z.conj_physical(),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
