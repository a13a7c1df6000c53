using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Short-time Fourier transforms; -1 stands for libtorch's own choice of a length.
    public partial class Tensor
    {
        public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
            Aten.Call("stft.center", this, n_fft, Length(hop_length), Length(win_length), window, center,
                pad_mode.ToString().ToLowerInvariant(), normalized, onesided,
                return_complex ?? dtype is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64);

        public Tensor istft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
            Aten.Call("istft", this, n_fft, Length(hop_length), Length(win_length), window, center, normalized, onesided, Length(length),
                return_complex);

        private static Arg Length(long length) => length == -1 ? Arg.None : length;
    }
}
