using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Discrete Fourier transforms.
    public static partial class fft
    {
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_fft", input, n, dim, norm);
        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_ifft", input, n, dim, norm);
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_rfft", input, n, dim, norm);
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_irfft", input, n, dim, norm);
        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_hfft", input, n, dim, norm);
        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            One("fft_ihfft", input, n, dim, norm);

        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_fft2", input, s, dim, norm);
        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_ifft2", input, s, dim, norm);
        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_rfft2", input, s, dim, norm);
        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_irfft2", input, s, dim, norm);
        public static Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_hfft2", input, s, dim, norm);
        public static Tensor ihfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_ihfft2", input, s, dim, norm);
        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_fftn", input, s, dim, norm);
        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_ifftn", input, s, dim, norm);
        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_rfftn", input, s, dim, norm);
        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_irfftn", input, s, dim, norm);
        public static Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_hfftn", input, s, dim, norm);
        public static Tensor ihfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Many("fft_ihfftn", input, s, dim, norm);

        public static Tensor fftshift(Tensor input, long[]? dim = null) => Aten.Call("fft_fftshift", input, dim);
        public static Tensor ifftshift(Tensor input, long[]? dim = null) => Aten.Call("fft_ifftshift", input, dim);

        public static Tensor fftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.Call("fft_fftfreq", n, d, dtype, Arg.Default, device).requires_grad_(requires_grad);
        public static Tensor rfftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.Call("fft_rfftfreq", n, d, dtype, Arg.Default, device).requires_grad_(requires_grad);

        private static Tensor One(string op, Tensor input, long n, long dim, FFTNormType norm) =>
            Aten.Call(op, input, n == -1 ? Arg.None : n, dim, Name(norm));

        private static Tensor Many(string op, Tensor input, long[]? s, long[]? dim, FFTNormType norm)
        {
            if (op.EndsWith('2') && input.ndim < 2) throw new ArgumentException($"{op["fft_".Length..]}() input should be at least 2D");
            return Aten.Call(op, input, s, dim ?? Arg.Default, Name(norm));
        }

        private static string Name(FFTNormType norm) =>
            norm switch { FFTNormType.Backward => "backward", FFTNormType.Forward => "forward", _ => "ortho" };
    }
}
