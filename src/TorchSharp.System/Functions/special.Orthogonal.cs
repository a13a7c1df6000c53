using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Bessel functions and orthogonal polynomials.
    public static partial class special
    {
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) => Of("special_airy_ai", input, @out);
        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) => Of("special_bessel_j0", input, @out);
        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) => Of("special_bessel_j1", input, @out);
        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) => Of("special_bessel_y0", input, @out);
        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) => Of("special_bessel_y1", input, @out);
        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_chebyshev_polynomial_t", x, n, @out);
        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_chebyshev_polynomial_u", x, n, @out);
        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_chebyshev_polynomial_v", x, n, @out);
        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_chebyshev_polynomial_w", x, n, @out);
        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_hermite_polynomial_h", x, n, @out);
        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_hermite_polynomial_he", x, n, @out);
        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_laguerre_polynomial_l", x, n, @out);
        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_legendre_polynomial_p", x, n, @out);
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) => Of("special_modified_bessel_i0", input, @out);
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) => Of("special_modified_bessel_i1", input, @out);
        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) => Of("special_modified_bessel_k0", input, @out);
        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) => Of("special_modified_bessel_k1", input, @out);
        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Of("special_scaled_modified_bessel_k0", input, @out);
        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Of("special_scaled_modified_bessel_k1", input, @out);
        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_shifted_chebyshev_polynomial_t", x, n, @out);
        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_shifted_chebyshev_polynomial_u", x, n, @out);
        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_shifted_chebyshev_polynomial_v", x, n, @out);
        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Of("special_shifted_chebyshev_polynomial_w", x, n, @out);
        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) => Of("special_spherical_bessel_j0", input, @out);

        private static Tensor Of(string op, Tensor input, Tensor? @out) =>
            @out is null ? Aten.Call(op, input) : Aten.Out(op + ".out", input, @out);
        private static Tensor Of(string op, Tensor x, Tensor n, Tensor? @out) =>
            @out is null ? Aten.Call(op, x, n) : Aten.Out(op + ".out", x, n, @out);
    }
}
