using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Tests.Networks;
using CourseLabs.Torch.Gradients;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CourseLabs.Torch.Tests.Gradients;

public sealed class RandomNetworkTests
{
    private static readonly Arbitrary<NetworkCase> Networks = NetworkCase.Any(depth: 6, width: 64, batch: 32);

    // Where a gradient is wrong, FsCheck prints its seed, and the smallest network that still fails.
    [Property(MaxTest = 3000)]
    public Property Every_gradient_by_hand_equals_autograds_for_any_network() => Prop.ForAll(Networks, c => Assert.Null(Check(c, entries: 0).Fault));

    [Property(MaxTest = 300)]
    public Property Every_gradient_by_hand_equals_central_differences_too() => Prop.ForAll(Networks, c => Assert.Null(Check(c, entries: 10).Fault));

    [Fact]
    public void The_networks_have_every_activation_but_the_step_with_every_loss() => Assert.Equal(
        (ActivationNames.All.Count - 1) * LossNames.All.Count,
        Networks.Generator.Sample(3000).Select(c => (c.Activation, c.LossName)).Distinct().Count());

    // Where they do, the check is a weaker one. Of 20,000 gradients some 3 do.
    [Fact]
    public void Gradients_whose_terms_cancel_out_are_the_exception()
    {
        GradientComparison[] compared = [.. Networks.Generator.Sample(300).SelectMany(c => Check(c, entries: 0).Comparisons)];

        Assert.InRange(compared.Count(comparison => comparison.Cancels), 0, compared.Length / 500);
    }

    private static GradientCheck Check(NetworkCase c, int entries) =>
        GradientCheck.Of(c.Network(), c.Input(), c.Target(), c.Loss, entries, new Random(c.Seed));
}
