using CourseLabs.Backprop.Initializers;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// The slides' formulas (COURSE D5, 4.8 수치적 안정성 및 초기화, Default initialization and Xavier initialization), each as the line that draws
// a weight W of (n_out x n_in), PyTorch's layout. Var(W) stands without the slide's root, which makes it the standard deviation
// (labs/ERRATA.md). He's two are not in the deck: they make good what ReLU loses with Xavier's. All draw PyTorch's numbers; written out,
// since init.xavier_normal_ of TorchSharp 0.107.0 draws from the uniform distribution.
public static class Initializations
{
    // Default initialization: 정규 분포
    public static void Normal(Tensor W, double std = 1) => W.normal_(0, std);

    // As other slides write it: np.random.randn(n_in, n_out) / np.sqrt(n_in)
    public static void ScaledNormal(Tensor W) => W.normal_(0, 1).div_(Math.Sqrt(In(W)));

    // Xavier initialization: W ~ N(0, Var(W))
    public static void XavierNormal(Tensor W)
    {
        var var = 2.0 / (In(W) + Out(W));
        W.normal_(0, Math.Sqrt(var));
    }

    // Xavier initialization: W ~ U(-bound, +bound)
    public static void XavierUniform(Tensor W)
    {
        var bound = Math.Sqrt(6.0 / (In(W) + Out(W)));
        W.uniform_(-bound, +bound);
    }

    public static void HeNormal(Tensor W) => W.normal_(0, Math.Sqrt(2.0 / In(W)));

    public static void HeUniform(Tensor W) => W.uniform_(-Math.Sqrt(6.0 / In(W)), +Math.Sqrt(6.0 / In(W)));

    public static IReadOnlyList<InitializationScheme> All { get; } =
    [
        new("normal(0, 1)", W => Normal(W), Initialize.Normal(), (nIn, nOut) => 1),
        new("normal(0, 0.01)", W => Normal(W, 0.01), Initialize.Normal(0, 0.01), (nIn, nOut) => 0.01 * 0.01),
        new("randn / sqrt(n_in)", ScaledNormal, Initialize.ScaledNormal, (nIn, nOut) => 1.0 / nIn),
        new("Xavier normal", XavierNormal, Initialize.XavierNormal, (nIn, nOut) => 2.0 / (nIn + nOut)),
        new("Xavier uniform", XavierUniform, Initialize.XavierUniform, (nIn, nOut) => 2.0 / (nIn + nOut), IsUniform: true),
        new("He normal", HeNormal, Initialize.HeNormal, (nIn, nOut) => 2.0 / nIn),
        new("He uniform", HeUniform, Initialize.HeUniform, (nIn, nOut) => 2.0 / nIn, IsUniform: true),
    ];

    private static long In(Tensor W) => W.shape[1];

    private static long Out(Tensor W) => W.shape[0];
}

// Draws a weight with tensors, in place, and by hand; the variance of n_in and n_out by the formula; uniform, or else normal.
public sealed record InitializationScheme(
    string Name, Action<Tensor> Draw, Initializer ByHand, Func<int, int, double> Variance, bool IsUniform = false);
