using System.Runtime.InteropServices;
using CourseLabs.Tests;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Errors;

/// <summary>What goes wrong in libtorch is a .NET exception with libtorch's message; the process lives on and nothing is leaked.</summary>
public class ErrorTests
{
    public static TheoryData<string, string> Mistakes => new()
    {
        { "matrix shapes", "mat1 and mat2 shapes cannot be multiplied (3x4 and 3x2)" },
        { "broadcast", "The size of tensor a (2) must match the size of tensor b (3)" },
        { "dtype", "expected scalar type" },
        { "index", "index 7 is out of bounds for dimension 0 with size 3" },
        { "dimension", "Dimension out of range" },
        { "view", "shape '[4, 4]' is invalid for input of size 6" },
        { "backward twice", "Trying to backward through the graph a second time" },
        { "no gradient", "does not require grad and does not have a grad_fn" },
        { "in place on a leaf", "a leaf Variable that requires grad is being used in an in-place operation" },
        { "class index", "Target 9 is out of bounds." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_an_exception_with_libtorchs_words(string mistake, string words)
    {
        var before = LiveTensors.Count();
        using (NewDisposeScope())
        {
            var error = Assert.Throws<ExternalException>(() => Make(mistake));
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("frame #", error.Message, StringComparison.Ordinal);
            Assert.Equal(6, ones(2, 3).sum().item<float>());
        }
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_disposed_tensor_cannot_be_used()
    {
        var tensor = ones(3);
        tensor.Dispose();
        tensor.Dispose();
        Assert.Throws<InvalidOperationException>(() => tensor + 1);
        Assert.Throws<InvalidOperationException>(() => tensor.shape);
    }

    [Fact]
    public void An_exception_in_a_forward_hook_reaches_the_caller()
    {
        using var linear = nn.Linear(2, 1);
        linear.register_forward_hook((_, _, _) => throw new InvalidDataException("the hook's own exception"));
        using var x = ones(1, 2);
        Assert.Equal("the hook's own exception", Assert.Throws<InvalidDataException>(() => linear.call(x)).Message);
    }

    private static void Make(string mistake)
    {
        var x = ones(2, 3);
        switch (mistake)
        {
            case "matrix shapes": ones(3, 4).mm(ones(3, 2)); break;
            case "broadcast": (ones(2) + ones(3)).sum(); break;
            case "dtype": ones(2, 2).mm(ones(2, 2, dtype: float64)); break;
            case "index": _ = ones(3)[7]; break;
            case "dimension": x.sum(5); break;
            case "view": x.view(4, 4); break;
            case "backward twice":
                var loss = tensor(2.0, requires_grad: true).pow(2);
                loss.backward();
                loss.backward();
                break;
            case "no gradient": x.sum().backward(); break;
            case "in place on a leaf": ones(2, requires_grad: true).add_(1); break;
            case "class index": nn.functional.cross_entropy(ones(1, 3), tensor(new long[] { 9 })); break;
            default: throw new ArgumentOutOfRangeException(nameof(mistake), mistake, null);
        }
    }
}
