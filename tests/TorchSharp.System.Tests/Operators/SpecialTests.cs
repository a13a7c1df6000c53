using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Special functions. The same table in Python: Peers/operator_cases/special.py.</summary>
public class SpecialTests
{
    private static readonly Cases Table = new()
    {
        ["special.airy_ai"] = t => torch.special.airy_ai(t.x),
        ["special.bessel_j0"] = t => torch.special.bessel_j0(t.x),
        ["special.bessel_j1"] = t => torch.special.bessel_j1(t.x),
        ["special.digamma"] = t => torch.special.digamma(t.x),
        ["special.entr"] = t => torch.special.entr(t.x),
        ["special.erf"] = t => torch.special.erf(t.x),
        ["special.erfc"] = t => torch.special.erfc(t.x),
        ["special.erfcx"] = t => torch.special.erfcx(t.x),
        ["special.exp2"] = t => torch.special.exp2(t.x),
        ["special.expit"] = t => torch.special.expit(t.x),
        ["special.expm1"] = t => torch.special.expm1(t.x),
        ["special.gammaln"] = t => torch.special.gammaln(t.x),
        ["special.i0"] = t => torch.special.i0(t.x),
        ["special.i0e"] = t => torch.special.i0e(t.x),
        ["special.i1"] = t => torch.special.i1(t.x),
        ["special.i1e"] = t => torch.special.i1e(t.x),
        ["special.modified_bessel_i0"] = t => torch.special.modified_bessel_i0(t.x),
        ["special.modified_bessel_i1"] = t => torch.special.modified_bessel_i1(t.x),
        ["special.ndtr"] = t => torch.special.ndtr(t.x),
        ["special.psi"] = t => torch.special.psi(t.x),
        ["special.sinc"] = t => torch.special.sinc(t.x),
        ["special.spherical_bessel_j0"] = t => torch.special.spherical_bessel_j0(t.x),
        ["special.bessel_y0"] = t => torch.special.bessel_y0(t.p),
        ["special.bessel_y1"] = t => torch.special.bessel_y1(t.p),
        ["special.modified_bessel_k0"] = t => torch.special.modified_bessel_k0(t.p),
        ["special.modified_bessel_k1"] = t => torch.special.modified_bessel_k1(t.p),
        ["special.scaled_modified_bessel_k0"] = t => torch.special.scaled_modified_bessel_k0(t.p),
        ["special.scaled_modified_bessel_k1"] = t => torch.special.scaled_modified_bessel_k1(t.p),
        ["special.chebyshev_polynomial_t"] = t => torch.special.chebyshev_polynomial_t(t.u, t.d),
        ["special.chebyshev_polynomial_u"] = t => torch.special.chebyshev_polynomial_u(t.u, t.d),
        ["special.chebyshev_polynomial_v"] = t => torch.special.chebyshev_polynomial_v(t.u, t.d),
        ["special.chebyshev_polynomial_w"] = t => torch.special.chebyshev_polynomial_w(t.u, t.d),
        ["special.hermite_polynomial_h"] = t => torch.special.hermite_polynomial_h(t.u, t.d),
        ["special.hermite_polynomial_he"] = t => torch.special.hermite_polynomial_he(t.u, t.d),
        ["special.laguerre_polynomial_l"] = t => torch.special.laguerre_polynomial_l(t.u, t.d),
        ["special.legendre_polynomial_p"] = t => torch.special.legendre_polynomial_p(t.u, t.d),
        ["special.shifted_chebyshev_polynomial_t"] = t => torch.special.shifted_chebyshev_polynomial_t(t.u, t.d),
        ["special.shifted_chebyshev_polynomial_u"] = t => torch.special.shifted_chebyshev_polynomial_u(t.u, t.d),
        ["special.shifted_chebyshev_polynomial_v"] = t => torch.special.shifted_chebyshev_polynomial_v(t.u, t.d),
        ["special.shifted_chebyshev_polynomial_w"] = t => torch.special.shifted_chebyshev_polynomial_w(t.u, t.d),
        ["special.erfinv"] = t => torch.special.erfinv(t.u),
        ["special.ndtri"] = t => torch.special.ndtri(t.p.div(2)),
        ["special.logit"] = t => torch.special.logit(t.p.div(2)),
        ["special.gammainc"] = t => torch.special.gammainc(t.p, t.q),
        ["special.gammaincc"] = t => torch.special.gammaincc(t.p, t.q),
        ["special.multigammaln"] = t => torch.special.multigammaln(t.p.add(2), 3),
        ["special.polygamma"] = t => torch.special.polygamma(2, t.p),
        ["special.softmax"] = t => torch.special.softmax(t.x, 1),
        ["special.log_softmax"] = t => torch.special.log_softmax(t.x, 0),
        ["special.xlog1py"] = t => torch.special.xlog1py(t.x, t.p),
        ["special.zeta"] = t => torch.special.zeta(t.p.add(1), t.q),
        ["special.sigmoid"] = t => torch.special.sigmoid(t.x),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
