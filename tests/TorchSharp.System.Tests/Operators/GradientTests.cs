using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Gradients flow through operators. The same table in Python: Peers/operator_cases/gradients.py.</summary>
public class GradientTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Inputs, Tensor>> Table = new()
    {
        ["add"] = (x, y, _) => x + 2 * y,
        ["mul"] = (x, y, _) => x * y,
        ["div"] = (x, y, _) => x / (y.abs() + 1),
        ["pow"] = (x, y, _) => (x.abs() + 0.1).pow(y),
        ["matmul"] = (x, y, _) => x.matmul(y.t()),
        ["einsum"] = (x, y, _) => torch.einsum("ij,ij->i", x, y),
        ["exp"] = (x, y, _) => (x * y).exp(),
        ["log"] = (x, y, _) => (x * x + y * y + 1).log(),
        ["tanh"] = (x, y, _) => (x * y).tanh(),
        ["sigmoid"] = (x, y, _) => (x - y).sigmoid(),
        ["softmax"] = (x, y, _) => (x * y).softmax(1),
        ["log_softmax"] = (x, y, _) => (x * y).log_softmax(0),
        ["gelu"] = (x, y, _) => (x * y).gelu(),
        ["elu"] = (x, y, _) => (x * y).elu(),
        ["clamp"] = (x, y, _) => (x * y).clamp(-0.5, 0.5),
        ["maximum"] = (x, y, _) => x.maximum(y),
        ["lerp"] = (x, y, _) => x.lerp(y, 0.3 * x),
        ["where"] = (x, y, _) => (x * x).where(x > y, y * y * y),
        ["masked_fill"] = (x, y, _) => (x * y).masked_fill(x > 0, 2),
        ["sum dim"] = (x, y, _) => (x * y).sum(1),
        ["mean"] = (x, y, _) => (x * y * y).mean(),
        ["prod"] = (x, y, _) => (x + y).prod(1),
        ["max dim"] = (x, y, _) => (x * y).max(1).values,
        ["std"] = (x, y, _) => (x * y).std(1),
        ["norm"] = (x, y, _) => (x * y).norm(),
        ["logsumexp"] = (x, y, _) => (x * y).logsumexp(1),
        ["cumsum"] = (x, y, _) => (x * y).cumsum(1),
        ["cumprod"] = (x, y, _) => (x + y).cumprod(0),
        ["sort"] = (x, y, _) => (x * y).sort(1).Values,
        ["topk"] = (x, y, _) => (x * y).topk(2).values,
        ["gather"] = (x, y, inputs) => (x * y).gather(1, inputs.j),
        ["index_select"] = (x, y, inputs) => (x * y).index_select(1, inputs.i),
        ["index_add"] = (x, y, inputs) => x.index_add(1, inputs.i, y.narrow(1, 0, 2), 2),
        ["scatter"] = (x, y, inputs) => x.scatter(1, inputs.j, y.narrow(1, 0, 2) * 2),
        ["cat"] = (x, y, _) => torch.cat([x, x * y], 1),
        ["stack"] = (x, y, _) => torch.stack([x, x * y]),
        ["split"] = (x, y, _) => x.split(2, 1)[0] * y.split(2, 1)[1],
        ["expand"] = (x, y, _) => x.select(0, 0).expand(3, 4) * y,
        ["permute"] = (x, y, _) => x.permute(1, 0).matmul(y),
        ["repeat"] = (x, y, _) => x.repeat(2, 1) * y.repeat(2, 1),
        ["roll"] = (x, y, _) => x.roll(1, 0) * y,
        ["tril"] = (x, y, _) => (x * y).tril(),
        ["diagonal"] = (x, y, _) => x.matmul(y.t()).diagonal(),
        ["det"] = (x, y, _) => x.matmul(y.t()).det(),
        ["inverse"] = (x, y, _) => (x.matmul(y.t()) + 5 * torch.eye(3, dtype: float64)).inverse(),
        ["solve"] = (x, y, _) => torch.linalg.solve(x.matmul(x.t()) + torch.eye(3, dtype: float64), y),
        ["svdvals"] = (x, y, _) => torch.linalg.svdvals(x * y),
        ["cdist"] = (x, y, _) => torch.cdist(x, y),
        ["fft"] = (x, y, _) => torch.fft.fft_(x * y).abs(),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_equals_PyTorch(string name)
    {
        using var scope = NewDisposeScope();
        var inputs = new Inputs();
        var (x, y) = (inputs.x.requires_grad_(), inputs.y.requires_grad_());
        var result = Table[name](x, y, inputs).flatten();
        // Every element with a weight of its own.
        (result * arange(1, result.NumberOfElements + 1, float64)).sum().backward();
        Cases.PyTorch.AssertEqual("gradient of " + name, cat([x.grad ?? zeros_like(x), y.grad ?? zeros_like(y)]), 1e-11);
    }
}
