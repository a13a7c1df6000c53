using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Bessel functions and orthogonal polynomials.
    public static partial class special
    {
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_airy_ai", input) : Aten.Out("special_airy_ai.out", input, @out);
        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_bessel_j0", input) : Aten.Out("special_bessel_j0.out", input, @out);
        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_bessel_j1", input) : Aten.Out("special_bessel_j1.out", input, @out);
        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_bessel_y0", input) : Aten.Out("special_bessel_y0.out", input, @out);
        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_bessel_y1", input) : Aten.Out("special_bessel_y1.out", input, @out);
        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_chebyshev_polynomial_t", x, n) : Aten.Out("special_chebyshev_polynomial_t.out", x, n, @out);
        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_chebyshev_polynomial_u", x, n) : Aten.Out("special_chebyshev_polynomial_u.out", x, n, @out);
        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_chebyshev_polynomial_v", x, n) : Aten.Out("special_chebyshev_polynomial_v.out", x, n, @out);
        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_chebyshev_polynomial_w", x, n) : Aten.Out("special_chebyshev_polynomial_w.out", x, n, @out);
        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_hermite_polynomial_h", x, n) : Aten.Out("special_hermite_polynomial_h.out", x, n, @out);
        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_hermite_polynomial_he", x, n) : Aten.Out("special_hermite_polynomial_he.out", x, n, @out);
        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_laguerre_polynomial_l", x, n) : Aten.Out("special_laguerre_polynomial_l.out", x, n, @out);
        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_legendre_polynomial_p", x, n) : Aten.Out("special_legendre_polynomial_p.out", x, n, @out);
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_modified_bessel_i0", input) : Aten.Out("special_modified_bessel_i0.out", input, @out);
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_modified_bessel_i1", input) : Aten.Out("special_modified_bessel_i1.out", input, @out);
        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_modified_bessel_k0", input) : Aten.Out("special_modified_bessel_k0.out", input, @out);
        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_modified_bessel_k1", input) : Aten.Out("special_modified_bessel_k1.out", input, @out);
        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_scaled_modified_bessel_k0", input) : Aten.Out("special_scaled_modified_bessel_k0.out", input, @out);
        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_scaled_modified_bessel_k1", input) : Aten.Out("special_scaled_modified_bessel_k1.out", input, @out);
        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_shifted_chebyshev_polynomial_t", x, n) : Aten.Out("special_shifted_chebyshev_polynomial_t.out", x, n, @out);
        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_shifted_chebyshev_polynomial_u", x, n) : Aten.Out("special_shifted_chebyshev_polynomial_u.out", x, n, @out);
        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_shifted_chebyshev_polynomial_v", x, n) : Aten.Out("special_shifted_chebyshev_polynomial_v.out", x, n, @out);
        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_shifted_chebyshev_polynomial_w", x, n) : Aten.Out("special_shifted_chebyshev_polynomial_w.out", x, n, @out);
        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) =>
            @out is null ? Aten.Call("special_spherical_bessel_j0", input) : Aten.Out("special_spherical_bessel_j0.out", input, @out);
    }
}
