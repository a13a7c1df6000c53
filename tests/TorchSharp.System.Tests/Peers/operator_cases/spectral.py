"""Fourier transforms. The same table in C#: Operators/SpectralTests.cs."""
import torch
import torch.nn.functional as F

from .inputs import *

CASES = {
    "fft": lambda: torch.fft.fft(x),
    "fft longer": lambda: torch.fft.fft(x, 6, 0, "ortho"),
    "ifft": lambda: torch.fft.ifft(z),
    "rfft": lambda: torch.fft.rfft(x),
    "irfft": lambda: torch.fft.irfft(z),
    "hfft": lambda: torch.fft.hfft(z),
    "ihfft": lambda: torch.fft.ihfft(x),
    "fft2": lambda: torch.fft.fft2(x),
    "ifft2": lambda: torch.fft.ifft2(z),
    "rfft2": lambda: torch.fft.rfft2(x, norm="forward"),
    "irfft2": lambda: torch.fft.irfft2(z, (2, 4)),
    "hfft2": lambda: torch.fft.hfft2(z),
    "ihfft2": lambda: torch.fft.ihfft2(x),
    "fftn": lambda: torch.fft.fftn(b, dim=(0, 2)),
    "ifftn": lambda: torch.fft.ifftn(z),
    "rfftn": lambda: torch.fft.rfftn(b),
    "irfftn": lambda: torch.fft.irfftn(z),
    "hfftn": lambda: torch.fft.hfftn(z),
    "ihfftn": lambda: torch.fft.ihfftn(x),
    "fftshift": lambda: torch.fft.fftshift(x),
    "ifftshift": lambda: torch.fft.ifftshift(x, [1]),
    "fftfreq": lambda: torch.fft.fftfreq(5, 0.5, dtype=torch.float64),
    "rfftfreq": lambda: torch.fft.rfftfreq(6, dtype=torch.float64),
    "stft": lambda: torch.stft(x.flatten(), 4, window=torch.hann_window(4, dtype=torch.float64), return_complex=True),
    "istft": lambda: torch.istft(torch.stft(x.flatten(), 4, window=torch.hann_window(4, dtype=torch.float64), return_complex=True), 4, window=torch.hann_window(4, dtype=torch.float64)),
    "hann_window": lambda: torch.hann_window(7, dtype=torch.float64),
    "bartlett_window": lambda: torch.bartlett_window(7, False, dtype=torch.float64),
    "blackman_window": lambda: torch.blackman_window(7, dtype=torch.float64),
    "hamming_window": lambda: torch.hamming_window(7, True, 0.5, 0.25, dtype=torch.float64),
    "kaiser_window": lambda: torch.kaiser_window(7, True, 8.0, dtype=torch.float64),
}
