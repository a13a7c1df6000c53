using CourseLabs.Tests;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CourseLabs.Torch.Tests;

public sealed class TrainingLoopTests
{
    private readonly List<int> told = [];

    [Fact]
    public void Losses_are_those_of_gradient_descent_by_hand()
    {
        // One weight w = 0, x = 1, y = 1, loss (w - y)^2, gradient 2 (w - y): with lr 0.25 the distance halves in each epoch.
        float[] losses = Train(epochs: 4);

        Assert.Equal([1f, 0.25f, 0.0625f, 0.015625f], losses);
    }

    [Fact]
    public void It_reports_every_so_many_epochs_from_the_first_on()
    {
        Train(epochs: 7, reportEvery: 3);

        Assert.Equal([0, 3, 6], told);
    }

    [Fact]
    public void No_epochs_give_no_losses() => Assert.Empty(Train(epochs: 0));

    [Fact]
    public void It_stops_when_asked_to()
    {
        Assert.Throws<OperationCanceledException>(() => Train(epochs: 5, cancellation: new CancellationToken(canceled: true)));
        Assert.Empty(told);
    }

    [Fact]
    public void Nothing_of_an_epoch_stays_alive()
    {
        Train(epochs: 1);
        long before = LiveTensors.Count();

        Train(epochs: 1000);

        Assert.Equal(before, LiveTensors.Count());
    }

    private float[] Train(int epochs, int reportEvery = 100, CancellationToken cancellation = default)
    {
        using var model = nn.Linear(1, 1, hasBias: false);
        nn.init.zeros_(model.weight);
        using MSELoss lossFunction = nn.MSELoss();
        using SGD optimizer = optim.SGD(model.parameters(), 0.25);
        using Tensor one = ones(1, 1);
        return TrainingLoop.FullBatch(model, lossFunction, optimizer, one, one, epochs, (epoch, _) => told.Add(epoch), reportEvery, cancellation);
    }
}
