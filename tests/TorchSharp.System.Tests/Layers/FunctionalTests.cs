using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Layers;

/// <summary>Functions that no layer's test covers, and layers together.</summary>
public class FunctionalTests
{
    [Fact]
    public void Dropout_draws_as_PyTorch_does()
    {
        Peers.Function("dropout", x => functional.dropout(x[0], 0.4), [3, 4]);
        Peers.Function("dropout1d", x => functional.dropout1d(x[0], 0.4), [4, 3]);
        Peers.Function("dropout2d", x => functional.dropout2d(x[0], 0.4), [2, 3, 2, 2]);
        Peers.Function("dropout3d", x => functional.dropout3d(x[0], 0.4), [3, 1, 2, 2]);
        Peers.Function("alpha_dropout", x => functional.alpha_dropout(x[0], 0.4, training: true), [3, 4]);
        Peers.Function("feature_alpha_dropout", x => functional.feature_alpha_dropout(x[0], 0.4, training: true), [2, 3, 2]);
    }

    [Fact]
    public void Dropout_in_place_changes_its_input_and_refuses_impossible_chances()
    {
        using var x = ones(1000);
        functional.dropout(x, 0.5, inplace: true).Dispose();
        Assert.All(x.data<float>().ToArray(), value => Assert.True(value is 0 or 2));
        Assert.Contains("dropout probability has to be between 0 and 1, but got 1.5", Assert.Throws<ExternalException>(() => functional.dropout(x, 1.5)).Message);
    }

    [Fact]
    public void Linear_maps_equal_PyTorchs()
    {
        Peers.Function("linear", x => functional.linear(x[0], x[1], x[2]), [2, 3], [4, 3], [4]);
        Peers.Function("bilinear", x => functional.bilinear(x[0], x[1], x[2]), [2, 3], [2, 2], [4, 3, 2]);
        using var input = zeros(2, 3);
        using var weight = zeros(4, 5);
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 5x4)", Assert.Throws<ExternalException>(() => functional.linear(input, weight)).Message);
    }

    [Fact]
    public void Attention_equals_PyTorchs()
    {
        Peers.Function("attention", x => functional.scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true), [2, 3, 4], [2, 3, 4], [2, 3, 2]);
        using var x = zeros(1, 2, 2);
        Assert.Throws<ArgumentException>(() => functional.scaled_dot_product_attention(x, x, x, x, is_casual: true));
    }

    [Fact]
    public void A_small_convolutional_network_trains_as_PyTorchs_does()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        using var network = Sequential(Conv2d(1, 3, 3, padding: 1), BatchNorm2d(3), ReLU(), MaxPool2d(2), Flatten(), Dropout(0.25), Linear(27, 4));
        var (x, y) = (randn(5, 1, 6, 6), tensor(new long[] { 0, 3, 1, 2, 3 }));
        var criterion = CrossEntropyLoss();
        var losses = new List<double>();
        for (var step = 0; step < 5; step++)
        {
            network.zero_grad();
            var loss = criterion.call(network.call(x), y);
            loss.backward();
            using (no_grad())
                foreach (var parameter in network.parameters()) parameter.sub_(parameter.grad! * 0.1);
            losses.Add(loss.item<float>());
        }
        Peers.AssertEqual("CNN.losses", losses, 1e-6);
        network.eval();
        Peers.AssertEqual("CNN.result", network.call(x), 1e-6);
    }
}
