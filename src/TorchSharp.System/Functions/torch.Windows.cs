using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Windows for short-time Fourier transforms. A periodic one lacks the last point of the symmetric one that is longer by one.
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Window(requires_grad, "hann_window.periodic", len, periodic, WindowType(dtype), Arg.Default, device);

    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Window(requires_grad, "bartlett_window.periodic", len, periodic, WindowType(dtype), Arg.Default, device);

    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Window(requires_grad, "blackman_window.periodic", len, periodic, WindowType(dtype), Arg.Default, device);

    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Window(requires_grad, "hamming_window.periodic_alpha_beta", len, periodic, alpha, beta, WindowType(dtype), Arg.Default, device);

    public static Tensor kaiser_window(long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Window(requires_grad, "kaiser_window.beta", len, periodic, beta, WindowType(dtype), Arg.Default, device);

    public static Tensor stft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null,
        bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null,
        bool? return_complex = null) =>
        input.stft(n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

    public static Tensor istft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null,
        bool center = true, bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
        input.istft(n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);

    private static Tensor Window(bool requires_grad, string op, params ReadOnlySpan<Arg> args) =>
        Aten.Call(op, args).requires_grad_(requires_grad);

    private static ScalarType WindowType(ScalarType? dtype) => (dtype ?? get_default_dtype()) switch
    {
        var type and (ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64) => type,
        _ => throw new ArgumentException("Only floating point types are supported."),
    };
}
