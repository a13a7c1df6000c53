using CourseLabs.Backprop.Tests;
using static TorchSharp.torch;

namespace CourseLabs.Torch.Tests.Library;

/// <summary>The same seed draws PyTorch's numbers: on that every figure rests that cites a seed of PyTorch's (Peers/draws.py).</summary>
public sealed class DrawTests
{
    private static readonly PeerFigures PyTorch = PeerFigures.Load("draws");

    private static readonly Dictionary<string, Func<Tensor>> Draws = new()
    {
        ["uniform_"] = () => empty(20).uniform_(-15, 15),
        ["normal_"] = () => empty(20).normal_(2, 0.5),
        ["normal_ of few"] = () => empty(3, 2).normal_(2, 0.5),
        ["normal_ in float64"] = () => empty(20, float64).normal_(0, 1),
        ["normal"] = () => normal(0, 1, [4, 4]),
        ["randn"] = () => randn(5, 3),
        ["randperm"] = () => randperm(10),
        ["xavier_uniform_"] = () => nn.init.xavier_uniform_(empty(7, 5)),
        ["kaiming_uniform_"] = () => nn.init.kaiming_uniform_(empty(7, 5)),
        ["kaiming_normal_"] = () => nn.init.kaiming_normal_(empty(7, 5)),
        ["Linear"] = () => Flat(nn.Linear(3, 4)),
        ["Linear without bias"] = () => Flat(nn.Linear(3, 4, hasBias: false)),
        ["Conv2d"] = () => Flat(nn.Conv2d(2, 3, 2)),
    };

    public static TheoryData<string> Names => [.. Draws.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seed_draws_PyTorchs_numbers(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(20);

        AssertEqual(name, Draws[name]());
        AssertEqual($"{name} again", Draws[name]());
    }

    // A last bit of float32 may differ: libtorch has code of its own for each kind of processor.
    private static void AssertEqual(string name, Tensor drawn) => PyTorch.AssertEqual(name, drawn.ToMatrix().Values, 1e-6);

    private static Tensor Flat(nn.Module module)
    {
        using (module)
            return cat([.. module.parameters().Select(parameter => parameter.detach().flatten())]);
    }
}
