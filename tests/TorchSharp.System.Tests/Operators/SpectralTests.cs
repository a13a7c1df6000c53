using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Fourier transforms. The same table in Python: Peers/operator_cases/spectral.py.</summary>
public class SpectralTests
{
    private static readonly Cases Table = new()
    {
        ["fft"] = t => torch.fft.fft_(t.x),
        ["fft longer"] = t => torch.fft.fft_(t.x, 6, 0, FFTNormType.Ortho),
        ["ifft"] = t => torch.fft.ifft(t.z),
        ["rfft"] = t => torch.fft.rfft(t.x),
        ["irfft"] = t => torch.fft.irfft(t.z),
        ["hfft"] = t => torch.fft.hfft(t.z),
        ["ihfft"] = t => torch.fft.ihfft(t.x),
        ["fft2"] = t => torch.fft.fft2(t.x),
        ["ifft2"] = t => torch.fft.ifft2(t.z),
        ["rfft2"] = t => torch.fft.rfft2(t.x, norm: FFTNormType.Forward),
        ["irfft2"] = t => torch.fft.irfft2(t.z, [2, 4]),
        ["hfft2"] = t => torch.fft.hfft2(t.z),
        ["ihfft2"] = t => torch.fft.ihfft2(t.x),
        ["fftn"] = t => torch.fft.fftn(t.b, dim: [0, 2]),
        ["ifftn"] = t => torch.fft.ifftn(t.z),
        ["rfftn"] = t => torch.fft.rfftn(t.b),
        ["irfftn"] = t => torch.fft.irfftn(t.z),
        ["hfftn"] = t => torch.fft.hfftn(t.z),
        ["ihfftn"] = t => torch.fft.ihfftn(t.x),
        ["fftshift"] = t => torch.fft.fftshift(t.x),
        ["ifftshift"] = t => torch.fft.ifftshift(t.x, [1]),
        ["fftfreq"] = t => torch.fft.fftfreq(5, 0.5, float64),
        ["rfftfreq"] = t => torch.fft.rfftfreq(6, dtype: float64),
        ["stft"] = t => t.x.flatten().stft(4, window: torch.hann_window(4, dtype: float64), return_complex: true),
        ["istft"] = t =>
            t.x.flatten().stft(4, window: torch.hann_window(4, dtype: float64), return_complex: true)
                .istft(4, window: torch.hann_window(4, dtype: float64)),
        ["hann_window"] = t => torch.hann_window(7, dtype: float64),
        ["bartlett_window"] = t => torch.bartlett_window(7, false, float64),
        ["blackman_window"] = t => torch.blackman_window(7, dtype: float64),
        ["hamming_window"] = t => torch.hamming_window(7, true, 0.5f, 0.25f, float64),
        ["kaiser_window"] = t => torch.kaiser_window(7, true, 8, float64),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
