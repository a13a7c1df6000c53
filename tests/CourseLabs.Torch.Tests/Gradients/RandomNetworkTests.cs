using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Tests;
using CourseLabs.Backprop.Tests.Networks;
using CourseLabs.Torch.Gradients;

namespace CourseLabs.Torch.Tests.Gradients;

public sealed class RandomNetworkTests
{
    // Where a gradient is wrong, FsCheck prints its seed, and the smallest network that still fails.
    [Fact]
    public void Every_gradient_by_hand_equals_autograds_for_any_network()
    {
        var met = new HashSet<(string, string)>();
        var (compared, cancelled) = (0, 0);

        Any.Holds(NetworkCase.Any(depth: 6, width: 64, batch: 32), c =>
        {
            var check = GradientCheck.Of(c.Network(), c.Input(), c.Target(), c.Loss, entries: 0, new Random(c.Seed));

            Assert.Null(check.Fault);
            met.Add((c.Activation, c.LossName));
            compared += check.Comparisons.Count;
            cancelled += check.Comparisons.Count(comparison => comparison.Cancels);
        }, 3000);

        // Every activation but the step with every loss. Gradients whose terms cancel out are the exception: some 1 in 7000.
        Assert.Equal((ActivationNames.All.Count - 1) * LossNames.All.Count, met.Count);
        Assert.InRange(cancelled, 0, compared / 1000);
    }

    [Fact]
    public void Every_gradient_by_hand_equals_central_differences_too() =>
        Any.Holds(NetworkCase.Any(depth: 6, width: 64, batch: 32), c =>
            Assert.Null(GradientCheck.Of(c.Network(), c.Input(), c.Target(), c.Loss, entries: 10, new Random(c.Seed)).Fault), 300);
}
