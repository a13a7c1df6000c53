using static TorchSharp.torch;

namespace CourseLabs.Labs;

// The slide's program (COURSE D3, 4.8 수치적 안정성 및 초기화, 기울기 소실), line by line; d2l.plot is the chart of SigmoidGradientExample. Two
// things differ: it takes the device that it is given, and it says float32, which Python takes where nothing is said.
public static class SigmoidGradient
{
    public static (Tensor X, Tensor Y) Run(Device? device = null)
    {
        var x = arange(-8.0, 8.0, 0.1, dtype: float32, device: device, requires_grad: true);
        var y = sigmoid(x);
        y.backward([ones_like(x)]);
        return (x, y);
    }
}
