using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>Each layer draws its parameters, computes and differentiates as PyTorch does from the same seed (Peers/nn.py).</summary>
public class LayerTests
{
    private static readonly PeerFigures Peer = PeerFigures.Load("nn");
    private static Tensor Words => tensor(new long[,] { { 1, 2, 0 }, { 4, 0, 4 } });

    [Fact]
    public void Linear_equals_PyTorchs()
    {
        Check("linear", 1, 1e-6, () => Linear(3, 4), m => m.call(randn(5, 3)));
        Check("linear without bias", 2, 1e-6, () => Linear(4, 2, hasBias: false), m => m.call(randn(2, 4)));
        Check("linear float64", 3, 1e-12, () => Linear(3, 2, dtype: ScalarType.Float64), m => m.call(randn(2, 3, float64)));
    }

    [Fact]
    public void Sequential_equals_PyTorchs() =>
        Check("sequential", 0, 1e-6, () => Sequential(Linear(1, 8), Identity(), Linear(8, 1)), m => m.call(rand(6, 1)));

    [Fact]
    public void Bilinear_equals_PyTorchs() =>
        Check("bilinear", 4, 1e-6, () => Bilinear(3, 4, 2), m => m.call(randn(5, 3), randn(5, 4)));

    [Fact]
    public void Every_dropout_drops_what_PyTorch_drops()
    {
        Check("dropout", 5, 1e-6, () => Sequential(Linear(4, 4), Dropout(0.3)), m => m.call(randn(6, 4)));
        Check("dropout1d", 6, 1e-6, () => Sequential(Linear(4, 4), Dropout1d(0.4)), m => m.call(randn(6, 3, 4)));
        Check("dropout2d", 7, 1e-6, () => Sequential(Linear(4, 4), Dropout2d(0.4)), m => m.call(randn(2, 5, 3, 4)));
        Check("dropout3d", 8, 1e-6, () => Sequential(Linear(2, 2), Dropout3d(0.4)), m => m.call(randn([2, 5, 2, 2, 2])));
        Check("alpha dropout", 9, 1e-6, () => Sequential(Linear(4, 4), AlphaDropout(0.2)), m => m.call(randn(6, 4)));
        Check("feature alpha dropout", 10, 1e-6, () => Sequential(Linear(4, 4), FeatureAlphaDropout(0.4)), m => m.call(randn(3, 4, 4)));
    }

    [Fact]
    public void Flatten_and_Unflatten_equal_PyTorchs() =>
        Check("flatten", 11, 1e-6, () => Sequential(Flatten(), Linear(6, 4), Unflatten(1, [2, 2]), Flatten(0, 1)), m => m.call(randn(3, 2, 3)));

    [Fact]
    public void Embedding_equals_PyTorchs()
    {
        Check("embedding", 12, 1e-6, () => Embedding(5, 3), m => m.call(Words));
        Check("embedding with padding", 13, 1e-6, () => Embedding(5, 3, padding_idx: -1), m => m.call(Words));
        Check("embedding with longest", 14, 1e-6, () => Embedding(5, 3, max_norm: 1.0), m => m.call(Words));
        Check("embedding by frequency", 15, 1e-6, () => Embedding(5, 3, scale_grad_by_freq: true), m => m.call(Words));
        Check("embedding sparse", 16, 1e-6, () => Embedding(5, 3, sparse: true), m => m.call(Words));
    }

    [Fact]
    public void EmbeddingBag_equals_PyTorchs()
    {
        Check("bag sum", 17, 1e-6, () => EmbeddingBag(5, 3, mode: EmbeddingBagMode.Sum), m => m.call(Words));
        Check("bag mean", 17, 1e-6, () => EmbeddingBag(5, 3), m => m.call(Words));
        Check("bag max", 17, 1e-6, () => EmbeddingBag(5, 3, mode: EmbeddingBagMode.Max), m => m.call(Words));
        Check("bag with offsets", 18, 1e-6, () => EmbeddingBag(5, 3, mode: EmbeddingBagMode.Sum, padding_index: 0),
            m => m.call(Words.reshape(-1), tensor(new long[] { 0, 2, 2 }), arange(6.0f)));
    }

    [Fact]
    public void A_pretrained_embedding_shares_its_table_and_learns_only_when_it_is_thawed()
    {
        using var table = arange(6.0f).reshape(3, 2);
        using var frozen = Embedding_from_pretrained(table);
        using var thawed = Embedding_from_pretrained(table, freeze: false);
        Assert.False(frozen.weight!.requires_grad);
        Assert.True(thawed.weight!.requires_grad);
        table.add_(7);
        using var row = frozen.call(tensor(new long[] { 1 }));
        Assert.Equal([9, 10], row.data<float>().ToArray());
        Assert.False(table.requires_grad);
    }

    [Fact]
    public void A_module_without_parameters_refuses_them()
    {
        using var dropout = Dropout();
        using var parameter = new Parameter(zeros(1));
        Assert.Throws<InvalidOperationException>(() => dropout.register_parameter("p", parameter));
        Assert.Throws<InvalidOperationException>(() => dropout.register_buffer("b", parameter));
        using var linear = Linear(1, 1);
        Assert.Throws<InvalidOperationException>(() => dropout.register_module("m", linear));
        dropout.register_module("m", Identity());
        Assert.Single(dropout.children());
    }

    [Fact]
    public void In_evaluation_dropout_hands_its_input_on()
    {
        using var scope = NewDisposeScope();
        var model = Sequential(Dropout(0.9), AlphaDropout(0.9));
        model.eval();
        var x = rand(4, 4);
        Assert.Equal(x.data<float>().ToArray(), model.call(x).data<float>().ToArray());
    }

    private static void Check<T>(string name, long seed, double tolerance, Func<T> make, Func<T, Tensor> call) where T : Module
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        using var module = make();
        var state = module.state_dict();
        Assert.NotEmpty(state);
        foreach (var (key, value) in state) Peer.AssertEqual($"{name}.{key}", value, tolerance);
        var result = call(module);
        Peer.AssertEqual($"{name}.result", result, tolerance);
        result.mul(result).sum().backward();
        foreach (var (key, value) in module.named_parameters())
            if (value.requires_grad) Peer.AssertEqual($"{name}.{key}.grad", Aten.Call("to_dense", value.grad!), tolerance);
    }
}
