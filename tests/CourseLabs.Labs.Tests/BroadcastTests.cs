using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>The operators repeat a smaller matrix, as NumPy's do: a target of another shape must not become another task.</summary>
public sealed class BroadcastTests
{
    // An output has the shape (1 x 2); all of these go together with it, entry by entry.
    public static TheoryData<int, int> Targets => new() { { 1, 1 }, { 2, 1 }, { 2, 2 } };

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_target_of_another_shape_is_refused_by_every_slides_program(int rows, int columns)
    {
        Matrix x = Matrix.FromRow(1, 0.5), target = Matrix.Filled(rows, columns, 0.5), w = Matrix.Filled(2, 2, 0.1), b = new(1, 2);
        var delta = new DeltaNetwork(w, w);
        delta.Forward(x);
        using var scope = NewDisposeScope();
        using var torch = new TorchNetwork([w, b, w, b], 0.3, CPU);
        Action[] programs =
        [
            () => _ = new TwoByTwo(x, target, w, b, w, b),
            () => delta.J(target),
            () => delta.Deltas(target),
            () => ThreeRules.TwoHiddenLayers(x, target, [w, b, w, b, w, b]),
            () => ThreeRules.AnyDepth(x, target, [w, b, w, b]),
            () => NumericalDifferentiation.Train(x, target, w, b, w, b, 0.3, 1e-4, 1),
            () => SigmoidAutograd.Of(x, target, w, b, w, b),
            () => new NeuralNetwork([w, b, w, b], 0.3, correctOrder: true).Train(x, target),
            () => new DeepNeuralNetwork([w, b, w, b], 0.3, correctOrder: true).Train(x, target),
            () => torch.Train(tensor(new[] { 1, 0.5 }).reshape(1, 2), full([rows, columns], 0.5, float64)),
        ];

        Assert.All(programs, program => Assert.Contains(
            $"({rows} x {columns})", Assert.Throws<ShapeException>(program).Message, StringComparison.Ordinal));
        Assert.Equal([0.1, 0.1, 0.1, 0.1], w.Values);
    }

    [Fact]
    public void The_error_of_prices_in_one_row_is_no_number_but_an_error()
    {
        using var scope = NewDisposeScope();
        using var net = HouseTraining.GetNet(3);

        Assert.Throws<ShapeException>(() => HouseTraining.LogRmse(net, ones(4, 3), ones(4)));
        Assert.Equal(0, HouseTraining.LogRmse(net, zeros(4, 3), ones(4, 1)), 1e-6); // an estimate below 1 counts as 1
    }
}
