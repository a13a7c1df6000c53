using CourseLabs.Examples;
using CourseLabs.Matrices;

namespace CourseLabs.Labs.Tests;

public sealed class DeltaTests
{
    [Fact]
    public void The_errors_of_ten_thousand_updates_are_those_of_PyTorchs_SGD()
    {
        var expected = PeerFigures.Document("delta_updates.json").GetProperty("errors")
            .EnumerateObject().ToDictionary(e => e.Name, e => e.Value.GetDouble());

        var network = DeltaUpdates.Mazurs;
        for (var update = 0; update <= 10_000; update++)
        {
            if (expected.Remove(update.ToString(System.Globalization.CultureInfo.InvariantCulture), out var error))
                Assert.Equal(error, network.Error(0.05, 0.10, 0.01, 0.99), error * 1e-11);
            network = network.Step(network.Gradient(0.05, 0.10, 0.01, 0.99), 0.5);
        }
        Assert.Empty(expected);
    }

    [Fact]
    public void Both_delta_networks_learn_alike()
    {
        Matrix x = Matrix.FromRow(0.05, 0.10), y = Matrix.FromRow(0.01, 0.99);
        var nodes = DeltaUpdates.Mazurs with { HiddenBias = 0, OutputBias = 0 };
        var matrices = new DeltaNetwork(
            Matrix.FromRows([nodes.W11, nodes.W21], [nodes.W12, nodes.W22]),
            Matrix.FromRows([nodes.W31, nodes.W41], [nodes.W32, nodes.W42]));

        var js = matrices.Train(x, y, 0.5, 50, 0);

        Assert.Equal(51, js.Count);
        Assert.All(js, j =>
        {
            Assert.Equal(nodes.Error(0.05, 0.10, 0.01, 0.99), j, 1e-14);
            nodes = nodes.Step(nodes.Gradient(0.05, 0.10, 0.01, 0.99), 0.5);
        });
    }

    [Theory]
    [InlineData(1e-4, 10_000, "the error tolerance")]
    [InlineData(0, 70, "the iteration limit")]
    [InlineData(1, 70, "the error tolerance")]
    public void Training_stops_at_the_tolerance_or_the_limit(double tolerance, int limit, string by)
    {
        var result = new DeltaNetworkExample().Run(new(Iterations: limit, Tolerance: tolerance), new());

        var updates = result.Figures.Single(f => f.Name == "updates").Actual.Numbers![0];
        var j = result.Figures.Single(f => f.Name == "J at the end").Actual.Numbers![0];
        Assert.Equal(by, result.Figures[^1].Actual.Text);
        Assert.True(by == "the iteration limit" ? updates == limit && j > tolerance : updates < limit && j <= tolerance);
    }

    [Fact]
    public void An_interrupted_training_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        var run = new ExampleRun { Progress = new(cancellation: cancelled.Token) };
        Assert.Throws<OperationCanceledException>(() => new DeltaNetworkExample().Run(run));
        Assert.Throws<OperationCanceledException>(() => new DeltaUpdatesExample().Run(run));
        Assert.Throws<OperationCanceledException>(() => new NumericalDifferentiationExample().Run(run));
    }
}
