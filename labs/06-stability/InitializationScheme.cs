using CourseLabs.Backprop.Initializers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>A way to draw a layer's first weights (COURSE D5), with tensors and by hand.</summary>
/// <param name="Name">As legends show it.</param>
/// <param name="Draw">Draws all of a weight (outputs x inputs), PyTorch's layout, in place.</param>
/// <param name="ByHand">The same distribution in CourseLabs.Backprop.</param>
/// <param name="Variance">The variance of a weight, by the formula, for n_in inputs and n_out outputs.</param>
/// <param name="IsUniform">Whether the weights lie between plus and minus sqrt(3 variance), and are normal otherwise.</param>
public sealed record InitializationScheme(
    string Name, Action<Tensor> Draw, Initializer ByHand, Func<int, int, double> Variance, bool IsUniform = false)
{
    /// <summary>The deck's default, the slides' own, Glorot and Bengio's (Xavier) and He's.</summary>
    /// <remarks>
    /// Xavier's normal draw is written out: TorchSharp's <c>init.xavier_normal_</c> draws from the uniform distribution (seen in 0.106.0 and
    /// 0.107.0, whose source calls <c>THSInit_xavier_uniform_</c>). What is written here draws PyTorch's numbers.
    /// </remarks>
    public static IReadOnlyList<InitializationScheme> All { get; } =
    [
        new("normal(0, 1)", w => w.normal_(0, 1), Initialize.Normal(), (_, _) => 1),
        new("normal(0, 0.01)", w => w.normal_(0, 0.01), Initialize.Normal(0, 0.01), (_, _) => 1e-4),
        new("randn / sqrt(n_in)", w => w.normal_(0, 1).div_(Math.Sqrt(Inputs(w))), Initialize.ScaledNormal, (inputs, _) => 1.0 / inputs),
        new("Xavier normal", w => w.normal_(0, Math.Sqrt(2.0 / (Inputs(w) + Outputs(w)))), Initialize.XavierNormal, Xavier),
        new("Xavier uniform", w => init.xavier_uniform_(w), Initialize.XavierUniform, Xavier, IsUniform: true),
        new("He normal", w => init.kaiming_normal_(w), Initialize.HeNormal, He),
        new("He uniform", w => init.kaiming_uniform_(w), Initialize.HeUniform, He, IsUniform: true),
    ];

    // Deck D has the root of this, which is the standard deviation (COURSE D5!).
    private static double Xavier(int inputs, int outputs) => 2.0 / (inputs + outputs);

    private static double He(int inputs, int outputs) => 2.0 / inputs;

    private static long Inputs(Tensor weight) => weight.shape[1];

    private static long Outputs(Tensor weight) => weight.shape[0];
}
