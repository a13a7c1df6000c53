using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// The slide's program (COURSE D4, 4.8 수치적 안정성 및 초기화, 기울기 폭발), line by line. What it prints, it returns; besides, it keeps the norm
// after 0, 1, 2, ... factors. The draws are made on the CPU, so that they are the same for every device.
public static class ExplodingProduct
{
    public static (Tensor Single, Tensor M, double[] Norms) Run(int factors = 100, Device? device = null)
    {
        var M = normal(0, 1, size: [4, 4]).to(device ?? CPU);
        var single = M; // print('a single matrix \n', M)
        double[] norms = [M.NormInFloat64(), .. new double[factors]];
        for (var i = 0; i < factors; i++)
        {
            M = mm(M, normal(0, 1, size: [4, 4]).to(device ?? CPU));
            norms[i + 1] = M.NormInFloat64();
        }

        return (single, M, norms); // print('after multiplying 100 matrices\n', M)
    }
}
