using System.Globalization;
using CourseLabs.Labs.Regression;
using CourseLabs.Tests;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests.Regression;

public sealed class QuadraticRegressionTests
{
    [PeerTheory]
    [InlineData(0, 5000, 0.001, 1000)]
    [InlineData(1, 5000, 0.001, 1000)]
    [InlineData(-7, 5000, 0.001, 1000)]
    [InlineData(42, 500, 0.01, 37)]
    [InlineData(3, 20, 0.001, 1)]
    public void Every_loss_has_the_bits_of_PyTorchs(long seed, int epochs, double lr, int points)
    {
        string[] arguments = [$"--seed={seed}", $"--epochs={epochs}", FormattableString.Invariant($"--lr={lr}"), $"--points={points}"];
        float[] expected = Losses(PythonPeer.Output("regression.py", arguments).Split('\n'));

        Assert.Equal(expected.Select(Bits), Train(seed, epochs, lr, points).Select(Bits));
    }

    [Theory]
    [MemberData(nameof(PeerFigures.FiledSeeds), MemberType = typeof(PeerFigures))]
    public void The_first_100_losses_are_PyTorchs_on_every_machine(long seed)
    {
        string[] lines = File.ReadAllLines(PythonPeer.PathTo("first-losses.csv"));
        float[] expected = Losses(lines.Where(line => line.StartsWith($"{seed},", StringComparison.Ordinal)).Prepend(""));

        float[] actual = Train(seed, 100, 0.001, 1000);

        Assert.Equal(100, expected.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First * (1 - 1e-4), pair.First * (1 + 1e-4)));
    }

    [Fact]
    public void The_losses_do_not_depend_on_how_many_threads_torch_uses()
    {
        float[] Losses(int threads)
        {
            using IDisposable scope = ThreadCount.Use(threads);
            return Train(0, 200, 0.001, 1000);
        }

        Assert.Equal(Losses(1).Select(Bits), Losses(2).Select(Bits));
    }

    [Fact]
    public void The_points_lie_on_the_noisy_parabola()
    {
        using var regression = new QuadraticRegression(0, 1000, CPU);

        double[] noise = [.. regression.X.Zip(regression.Y, (x, y) => y - ((8.0 * x * x) + (7.0 * x) + 3))];
        Assert.All(regression.X, x => Assert.InRange(x, -15, 15));
        Assert.InRange(noise.Average(), -0.15, 0.15); // five standard errors
        Assert.InRange(noise.Select(e => e * e).Average(), 0.75, 1.25);
    }

    [Fact]
    public void Nothing_stays_alive_behind_it()
    {
        Train(0, 3, 0.001, 10);
        long before = LiveTensors.Count();

        Train(0, 50, 0.001, 10);

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void It_outlives_the_dispose_scope_that_it_was_made_in()
    {
        long before = LiveTensors.Count();
        QuadraticRegression regression;
        using (NewDisposeScope())
            regression = new QuadraticRegression(0, 10, CPU);

        Assert.Equal(3, regression.Train(3, 0.001).Length);
        regression.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static float[] Train(long seed, int epochs, double lr, int points)
    {
        using var regression = new QuadraticRegression(seed, points, CPU);
        return regression.Train(epochs, lr);
    }

    // The last number of each line after the head.
    private static float[] Losses(IEnumerable<string> lines) =>
        [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => float.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture))];

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(value);
}
