using System.Diagnostics;
using CourseLabs.Tests;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Memory;

/// <summary>The regression of COURSE A7, step after step.</summary>
public class LongTrainingTests
{
    private const int Steps = 100_000;

    [Fact]
    public void The_live_tensor_count_is_flat_over_100_000_steps_in_dispose_scopes()
    {
        using var training = new Training(points: 10);
        training.Step(scoped: true);
        var before = LiveTensors.Count();
        for (var step = 0; step < Steps; step++)
        {
            training.Step(scoped: true);
            if (step % 10_000 == 0) Assert.Equal(before, Tensor.TotalCount);
        }
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Without_scopes_resident_memory_grows_by_less_than_200_MB_over_100_000_steps()
    {
        using var training = new Training(points: 1000);
        for (var step = 0; step < 1000; step++) training.Step(scoped: false);
        var before = ResidentBytes();
        for (var step = 0; step < Steps; step++) training.Step(scoped: false);
        var grown = (ResidentBytes() - before) / 1024 / 1024;
        Assert.True(grown < 200, $"resident memory grew by {grown} MB");
    }

    private static long ResidentBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private sealed class Training : IDisposable
    {
        private readonly Tensor x, y;
        private readonly Sequential model;
        private readonly L1Loss lossFunction = nn.L1Loss();
        private readonly optim.Optimizer optimizer;

        public Training(int points)
        {
            manual_seed(0);
            x = empty(points, 1).uniform_(-15, 15);
            y = 8 * x * x + 7 * x + 3;
            model = nn.Sequential(nn.Linear(1, 10), nn.ReLU(), nn.Linear(10, 6), nn.ReLU(), nn.Linear(6, 1));
            optimizer = optim.SGD(model.parameters(), 0.001);
        }

        public void Step(bool scoped)
        {
            using var scope = scoped ? NewDisposeScope() : null;
            var output = model.forward(x);
            optimizer.zero_grad();
            var loss = lossFunction.forward(output, y);
            loss.backward();
            optimizer.step();
            _ = loss.item<float>();
        }

        public void Dispose()
        {
            optimizer.Dispose();
            lossFunction.Dispose();
            model.Dispose();
            x.Dispose();
            y.Dispose();
        }
    }
}
