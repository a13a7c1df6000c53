using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseLabs.Backprop.Tests.Networks;

/// <summary>A random network with data and a loss, told by a few numbers, so that a failure can be shrunk and repeated.</summary>
internal sealed record NetworkCase(int[] Widths, int Batch, string Activation, string LossName, int Seed)
{
    public Loss Loss => LossNames.Get(LossName);

    /// <summary>Networks of 1 to <paramref name="depth"/> layers; shrunk to fewer layers, smaller ones, a smaller batch and seed.</summary>
    public static Arbitrary<NetworkCase> Any(int depth, int width, int batch)
    {
        var cases =
            from layers in Gen.Choose(1, depth)
            from widths in Tests.Any.Size(width).ArrayOf(layers + 1)
            from rows in Tests.Any.Size(batch)
            from activation in Gen.Elements(ActivationNames.All.Where(name => name != "step"))
            from loss in Gen.Elements(LossNames.All.AsEnumerable())
            from seed in Gen.Choose(0, 1 << 20)
            select new NetworkCase(widths, rows, activation, loss, seed);
        return Arb.From(cases, Smaller);
    }

    public Network Network()
    {
        Func<Activation> hidden = () => ActivationNames.Create(Activation);
        // A binary cross-entropy needs probabilities, a cross-entropy takes sums.
        var output = LossName switch
        {
            "binary-cross-entropy" => () => new Sigmoid(),
            "cross-entropy" => () => new Identity(),
            _ => hidden,
        };
        var (weights, biases) = (Initialize.ScaledNormal, Initialize.Normal(0, 0.1));
        return Backprop.Networks.Network.Create(Widths, hidden, output, weights, new Random(Seed), biases);
    }

    public Matrix Input() => Tests.Any.Normal(Batch, Widths[0], Seed + 1);

    public Matrix Target()
    {
        var target = Tests.Any.Normal(Batch, Widths[^1], Seed + 2);
        return LossName is "binary-cross-entropy" ? target.Map(v => 0.5 + Math.Atan(v) / 4)
            // Softmax outputs too are compared with probabilities: if all were above, or below, their targets, l1 would not depend on them.
            : LossName is "cross-entropy" || Activation is "softmax" ? new Softmax().Forward(target)
            : target;
    }

    public override string ToString() => $"layers {string.Join(',', Widths)}, batch {Batch}, {Activation}, {LossName}, seed {Seed}";

    private static IEnumerable<NetworkCase> Smaller(NetworkCase c)
    {
        if (c.Widths.Length > 2)
            yield return c with { Widths = [.. c.Widths[..^2], c.Widths[^1]] };
        for (var i = 0; i < c.Widths.Length; i++)
        {
            if (c.Widths[i] > 1)
                yield return c with { Widths = [.. c.Widths[..i], c.Widths[i] / 2, .. c.Widths[(i + 1)..]] };
        }
        if (c.Batch > 1)
            yield return c with { Batch = c.Batch / 2 };
        if (c.Seed > 0)
            yield return c with { Seed = c.Seed / 2 };
    }
}
