using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Layers;

/// <summary>Every loss with every reduction, and the gradient of its input, against PyTorch.</summary>
public class LossTests
{
    private static readonly Func<ScalarType, Tensor> Signs = type => tensor(new[] { 1.0, -1.0, 1.0, -1.0 }, dtype: type);
    private static readonly Func<ScalarType, Tensor> Classes = _ => tensor(new long[] { 0, 2, 1, 2 });

    [Fact]
    public void Losses_of_real_numbers_equal_PyTorchs()
    {
        Peers.Loss("L1Loss", (r, x) => L1Loss(r).call(x[0], x[1]), Real(4, 3), Real(4, 3));
        Peers.Loss("L1Loss broadcast", (r, x) => L1Loss(r).call(x[0], x[1]), Real(4, 1), Real(4, 3));
        Peers.Loss("MSELoss", (r, x) => MSELoss(r).call(x[0], x[1]), Real(4, 3), Real(4, 3));
        Peers.Loss("MSELoss broadcast", (r, x) => MSELoss(r).call(x[0], x[1]), Real(3), Real(4, 3));
        Peers.Loss("SmoothL1Loss", (r, x) => SmoothL1Loss(r).call(x[0], x[1]), Real(4, 3), Real(4, 3));
        Peers.Loss("SmoothL1Loss 0.3", (r, x) => SmoothL1Loss(r, beta: 0.3).call(x[0], x[1]), Real(4, 3), Real(4, 3));
        Peers.Loss("HuberLoss", (r, x) => HuberLoss(reduction: r).call(x[0], x[1]), Real(4, 3), Real(4, 3));
        Peers.Loss("HuberLoss 0.3", (r, x) => HuberLoss(0.3, r).call(x[0], x[1]), Real(4, 3), Real(4, 3));
    }

    [Fact]
    public void Losses_of_classes_equal_PyTorchs()
    {
        Peers.Loss("CrossEntropyLoss", (r, x) => CrossEntropyLoss(reduction: r).call(x[0], x[1]), Real(4, 3), Classes);
        Peers.Loss("CrossEntropyLoss weighted", (r, x) => CrossEntropyLoss(Weights(x), reduction: r).call(x[0], x[1]), Real(4, 3), Classes);
        Peers.Loss("CrossEntropyLoss ignoring 2", (r, x) => CrossEntropyLoss(ignore_index: 2, reduction: r).call(x[0], x[1]), Real(4, 3), Classes);
        Peers.Loss("CrossEntropyLoss smoothed", (r, x) => new Modules.CrossEntropyLoss(Weights(x), reduction: r, label_smoothing: 0.1).call(x[0], x[1]), Real(4, 3), Classes);
        Peers.Loss("CrossEntropyLoss probabilities", (r, x) => CrossEntropyLoss(reduction: r).call(x[0], x[1]), Real(4, 3), Unit(4, 3));
        Peers.Loss("CrossEntropyLoss images", (r, x) => CrossEntropyLoss(reduction: r).call(x[0], x[1]), Real(2, 3, 2), _ => tensor(new long[,] { { 0, 2 }, { 1, 1 } }));
        Peers.Loss("NLLLoss", (r, x) => NLLLoss(reduction: r).call(x[0], x[1]), Real(4, 3), Classes);
        Peers.Loss("NLLLoss weighted", (r, x) => NLLLoss(Weights(x), r).call(x[0], x[1]), Real(4, 3), Classes);
        Peers.Loss("MultiMarginLoss", (r, x) => MultiMarginLoss(2, 0.7, Weights(x), r).call(x[0], x[1]), Real(4, 3), Classes);
        Peers.Loss("MultiLabelMarginLoss", (r, x) => MultiLabelMarginLoss(r).call(x[0], x[1]), Real(2, 3), _ => tensor(new long[,] { { 2, 0, -1 }, { 1, -1, 0 } }));
        Peers.Loss("MultiLabelSoftMarginLoss", (r, x) => MultiLabelSoftMarginLoss(Weights(x), r).call(x[0], x[1]), Real(4, 3), Rows(0, 1, 1));
        Peers.Loss("CTCLoss", (r, x) =>
        {
            var logarithms = functional.log_softmax(x[0], 2);
            return CTCLoss(reduction: r).call(logarithms, x[1], tensor(new long[] { 5, 4 }), tensor(new long[] { 2, 3 }));
        }, Real(5, 2, 4), _ => tensor(new long[,] { { 1, 2, 0 }, { 3, 1, 2 } }));
    }

    [Fact]
    public void Losses_of_probabilities_equal_PyTorchs()
    {
        Peers.Loss("BCELoss", (r, x) => BCELoss(reduction: r).call(x[0], x[1]), Unit(4, 3), Unit(4, 3));
        Peers.Loss("BCELoss weighted", (r, x) => BCELoss(Weights(x), r).call(x[0], x[1]), Unit(4, 3), Unit(4, 3));
        Peers.Loss("BCEWithLogitsLoss", (r, x) => BCEWithLogitsLoss(reduction: r).call(x[0], x[1]), Real(4, 3), Unit(4, 3));
        Peers.Loss("BCEWithLogitsLoss weighted", (r, x) => BCEWithLogitsLoss(Weights(x), r, 2 * Weights(x)).call(x[0], x[1]), Real(4, 3), Unit(4, 3));
        Peers.Loss("KLDivLoss", (r, x) => KLDivLoss(reduction: r).call(x[0], x[1]), Real(4, 3), Real(4, 3));
        Peers.Loss("KLDivLoss probabilities", (r, x) => KLDivLoss(false, r).call(x[0], x[1]), Real(4, 3), Unit(4, 3));
        Peers.Loss("PoissonNLLLoss", (r, x) => PoissonNLLLoss(reduction: r).call(x[0], x[1]), Real(4, 3), Unit(4, 3));
        Peers.Loss("PoissonNLLLoss full", (r, x) => PoissonNLLLoss(false, true, reduction: r).call(x[0], x[1]), Unit(4, 3), Rows(0, 1, 2));
        Peers.Loss("GaussianNLLLoss", (r, x) => GaussianNLLLoss(reduction: r).call(x[0], x[1], x[2]), Real(4, 3), Real(4, 3), Unit(4, 3));
        Peers.Loss("GaussianNLLLoss full of rows", (r, x) => GaussianNLLLoss(true, reduction: r).call(x[0], x[1], x[2]), Real(4, 3), Real(4, 3), Unit(4, 1));
    }

    [Fact]
    public void Losses_of_margins_equal_PyTorchs()
    {
        Peers.Loss("HingeEmbeddingLoss", (r, x) => HingeEmbeddingLoss(reduction: r).call(x[0], x[1]), Real(4), Signs);
        Peers.Loss("MarginRankingLoss", (r, x) => MarginRankingLoss(0.2, r).call(x[0], x[1], x[2]), Real(4), Real(4), Signs);
        Peers.Loss("CosineEmbeddingLoss", (r, x) => CosineEmbeddingLoss(0.1, r).call(x[0], x[1], x[2]), Real(4, 3), Real(4, 3), Signs);
        Peers.Loss("SoftMarginLoss", (r, x) => SoftMarginLoss(r).call(x[0], x[1]), Real(4), Signs);
        Peers.Loss("TripletMarginLoss", (r, x) => TripletMarginLoss(0.9, 1, swap: true, reduction: r).call(x[0], x[1], x[2]), Real(4, 3), Real(4, 3), Real(4, 3));
        Peers.Loss("TripletMarginWithDistanceLoss", (r, x) => TripletMarginWithDistanceLoss((a, b) => (a - b).abs().sum(1), swap: true, reduction: r).call(x[0], x[1], x[2]), Real(4, 3), Real(4, 3), Real(4, 3));
        Peers.Loss("TripletMarginWithDistanceLoss default", (r, x) => TripletMarginWithDistanceLoss(reduction: r).call(x[0], x[1], x[2]), Real(4, 3), Real(4, 3), Real(4, 3));
    }

    [Fact]
    public void A_variance_a_sample_counts_for_all_its_elements()
    {
        using var scope = NewDisposeScope();
        var (mean, target, variance) = (randn(4, 2, 3), randn(4, 2, 3), rand(4, 1) + 0.1);
        var perSample = GaussianNLLLoss().call(mean, target, variance);
        var perElement = GaussianNLLLoss().call(mean, target, variance.view(4, 1, 1).expand(4, 2, 3));
        Assert.Equal(perElement.item<float>(), perSample.item<float>());
        Assert.Throws<ArgumentException>(() => GaussianNLLLoss().call(mean, target, -variance));
    }

    [Fact]
    public void Wrong_targets_are_refused_with_libtorchs_words()
    {
        using var scope = NewDisposeScope();
        var logits = randn(4, 3);
        Refused("Index 3 is out of bounds|Target 3 is out of bounds", () => CrossEntropyLoss().call(logits, tensor(new long[] { 0, 1, 2, 3 })));
        Refused("Target -1 is out of bounds", () => CrossEntropyLoss().call(logits, tensor(new long[] { 0, 1, 2, -1 })));
        Refused("expected scalar type Long", () => CrossEntropyLoss().call(logits, tensor(new float[] { 0, 1, 2, 1 })));
        Refused("Expected input batch_size \\(4\\) to match target batch_size \\(3\\)", () => CrossEntropyLoss().call(logits, tensor(new long[] { 0, 1, 2 })));
        Refused("must match the size of tensor b", () => MSELoss().call(logits, randn(3, 4)));
        Refused("Using a target size \\(\\[4\\]\\) that is different to the input size \\(\\[4, 3\\]\\)", () => BCELoss().call(rand(4, 3), rand(4)));
        Refused("all elements of input should be between 0 and 1", () => BCELoss().call(rand(4, 3) + 1.5, rand(4, 3)));
        Refused("Target size \\(\\[3\\]\\) must be the same as input size \\(\\[4, 3\\]\\)", () => BCEWithLogitsLoss().call(logits, rand(3)));
        Refused("smooth_l1_loss does not support negative values for beta", () => SmoothL1Loss(beta: -1).call(logits, logits));
    }

    [Fact]
    public void Losses_keep_no_tensor_alive()
    {
        using var input = rand(4, 3);
        using var target = rand(4, 1);
        using var signs = ones(4);
        var before = Tensor.TotalCount;
        MSELoss().call(input, target).Dispose();
        GaussianNLLLoss(full: true).call(input, input, target).Dispose();
        MultiLabelSoftMarginLoss().call(input, input).Dispose();
        TripletMarginWithDistanceLoss(swap: true).call(input, input, input).Dispose();
        CosineEmbeddingLoss().call(input, input, signs).Dispose();
        Assert.Throws<ExternalException>(() => MSELoss().call(input, signs));
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static void Refused(string words, Action wrong) => Assert.Matches(words, Assert.Throws<ExternalException>(wrong).Message);

    private static Func<ScalarType, Tensor> Real(params long[] shape) => type => randn(shape, dtype: type);
    private static Func<ScalarType, Tensor> Unit(params long[] shape) => type => rand(shape, dtype: type);
    private static Func<ScalarType, Tensor> Rows(double a, double b, double c) => type => tensor(new[,] { { a, b, c }, { a, b, c }, { a, b, c }, { a, b, c } }, dtype: type);
    private static Tensor Weights(Tensor[] x) => tensor(new[] { 0.5, 2.0, 1.0 }, dtype: x[0].dtype);
}
