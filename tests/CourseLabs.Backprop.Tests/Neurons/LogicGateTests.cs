using CourseLabs.Backprop.Neurons;

namespace CourseLabs.Backprop.Tests.Neurons;

public class LogicGateTests
{
    [Fact]
    public void There_are_16_gates_and_all_differ()
    {
        Assert.Equal(16, LogicGate.All.Select(gate => string.Join(' ', gate.Targets)).Distinct().Count());
        Assert.All(LogicGate.All, gate => Assert.All(gate.Targets, t => Assert.True(t is 1 or -1)));
    }

    [Fact]
    public void Each_gate_has_either_weights_or_a_refutation() =>
        Assert.All(LogicGate.All, gate => Assert.True(gate.FindWeights() is null != gate.FindRefutation() is null));

    [Fact]
    public void Only_XOR_and_its_contrary_are_refuted()
    {
        var refuted = LogicGate.All.Where(gate => gate.FindRefutation() is not null).Select(gate => gate.Targets);

        Assert.Equal([[-1, 1, 1, -1], [1, -1, -1, 1]], refuted.OrderBy(t => t[0]));
        Assert.Equal([1, 1, 1, 1], LogicGate.Xor.FindRefutation()!);
    }

    [Fact]
    public void Found_weights_classify_every_corner()
    {
        foreach (var gate in LogicGate.All)
        {
            if (gate.FindWeights() is not { } w)
                continue;
            // Worked out anew: s = w0 + w1 x1 + w2 x2.
            int[] s = [w[0], w[0] + w[1], w[0] + w[2], w[0] + w[1] + w[2]];
            Assert.Equal(gate.Targets, s.Select(score => score >= 0 ? 1 : -1));
        }
    }

    [Fact]
    public void A_refutation_makes_the_scores_of_any_weights_contradict_themselves()
    {
        var random = new Random(1);
        foreach (var gate in LogicGate.All)
        {
            if (gate.FindRefutation() is not { } k)
                continue;
            for (var trial = 0; trial < 100; trial++)
            {
                var perceptron = new Perceptron(2, random);
                var terms = Enumerable.Range(0, 4).Select(i => k[i] * gate.Targets[i] * perceptron.Score(LogicGate.Inputs.Row(i))).ToArray();

                Assert.Equal(0, terms.Sum(), 12);
                Assert.Contains(Enumerable.Range(0, 4), i => perceptron.Predict(LogicGate.Inputs.Row(i)) != gate.Targets[i]);
            }
        }
    }

    [Fact]
    public void Changing_the_inputs_that_are_handed_out_changes_no_gate()
    {
        var handedOut = LogicGate.Inputs;
        handedOut[0, 0] = 7;

        Assert.Equal(0, LogicGate.Inputs[0, 0]);
    }
}
