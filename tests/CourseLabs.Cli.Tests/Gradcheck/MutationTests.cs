using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;

namespace CourseLabs.Cli.Tests.Gradcheck;

/// <summary>A mistake in any derivative makes <c>labs gradcheck</c> end with 1 and name the layer; so nobody's test only seems to look.</summary>
public sealed class MutationTests
{
    private const string Hidden = "The delta of layer 3 is wrong: the derivative of its ";

    /// <summary>Of an activation, by its name: file, what is right, what is wrong.</summary>
    public static TheoryData<string, string, string, string> Activations => new()
    {
        { "identity", "Identity.cs", "double a) => 1;", "double a) => 1.001;" },
        { "step", "BinaryStep.cs", "double a) => 0;", "double a) => 1;" },
        { "sigmoid", "Sigmoid.cs", "=> a * (1 - a);", "=> z * (1 - z);" }, // f' at the wrong point
        { "tanh", "Tanh.cs", "=> 1 - a * a;", "=> 1 + a * a;" },
        { "arctan", "Arctan.cs", "=> 1 / (z * z + 1);", "=> 1 / (a * a + 1);" },
        { "relu", "Relu.cs", "z > 0 ? 1 : 0", "1" },
        { "leaky-relu", "LeakyRelu.cs", "z > 0 ? 1 : slope", "z > 0 ? 1 : -slope" },
        { "prelu", "Prelu.cs", "z > 0 ? 1 : Alpha", "z > 0 ? 1 : 0.99 * Alpha" },
        { "elu", "Elu.cs", "alpha * Math.Exp(z)", "alpha * Math.Exp(z) - alpha" }, // f for f + alpha
        { "softplus", "Softplus.cs", "=> 1 / (1 + Math.Exp(-z));", "=> 1 / (1 + Math.Exp(z));" },
        { "maxout", "Maxout.cs", "result[Winner(sums, j, ups.Length)] = ups[j];", "result[j] = ups[j];" },
        { "softmax", "Softmax.cs", "TensorPrimitives.Dot<double>(upstream.Row(i), probabilities)", "0" }, // the diagonal alone
    };

    public static TheoryData<string, string, string, string> Losses => new()
    {
        { "half-squared-error", "HalfSquaredError.cs", "(output.Values, target.Values,", "(target.Values, output.Values," },
        { "mse", "MeanSquaredError.cs", "2 * (a[i] - t[i]) / a.Length", "(a[i] - t[i]) / a.Length" },
        { "l1", "MeanAbsoluteError.cs", "difference < 0 ? -1", "difference < 0 ? 1" },
        { "binary-cross-entropy", "BinaryCrossEntropy.cs", "Math.Max(a[i] * (1 - a[i]), LeastSlope)", "Math.Max(a[i], LeastSlope)" },
        { "cross-entropy", "CrossEntropy.cs", "(result[k] / total * mass - t[k]) / output.Rows", "(result[k] / total * mass - t[k]) / output.Columns" },
    };

    [Fact]
    public void Without_a_mistake_the_same_way_ends_well()
    {
        var (code, printed) = Gradcheck(new(), "prelu", "mse");

        Assert.True(code == ExitCode.Ok, printed);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_wrong_derivative_of_an_activation_is_found_in_its_layer(string activation, string file, string right, string wrong)
    {
        var (code, printed) = Gradcheck(new(file, right, wrong), activation, "half-squared-error", "--output tanh");

        // The tanh of the output too is wrong where the tanh is.
        var expected = activation == "tanh" ? "The delta of layer 4 is wrong: the derivative of its tanh activation." : Hidden + activation;
        AssertFound(expected, code, printed);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_wrong_derivative_of_a_loss_is_found_at_the_output(string loss, string file, string right, string wrong)
    {
        var (code, printed) = Gradcheck(new(file, right, wrong), "sigmoid", loss);

        AssertFound($"The {loss} loss's derivative by the output of layer 4 is wrong.", code, printed);
    }

    [Theory]
    [InlineData("Dense.cs", "SetTransposeDot(prev, delta)", "SetTransposeDot(prev, upstream)", "In layer 4 the gradient of W4 is wrong")]
    [InlineData("Network.cs", "Layers[i].FindGradients(i == 0 ? x : Layers[i - 1].A)", "Layers[i].FindGradients(i == 0 ? x : Layers[i - 1].Z)", "In layer 4 the gradient of W4 is wrong")]
    [InlineData("Dense.cs", "delta.AddRowsInto(Bias.Gradient)", "upstream.AddRowsInto(Bias.Gradient)", "In layer 4 the gradient of b4 is wrong")]
    [InlineData("Dense.cs", "target.SetDotTranspose(delta, Weight.Value)", "target.SetDotTranspose(upstream, Weight.Value)", "or what layer 4 hands back to it.")]
    [InlineData("Network.cs", "Layers[0].FindInputGradient(result)", "Layers[1].FindInputGradient(result)", "What layer 2 hands back to its input, delta W', is wrong.")]
    [InlineData("Prelu.cs", "sum += ups[i] * zs[i]", "sum += ups[i] * Alpha * zs[i]", "In layer 3 the gradient of alpha3 is wrong")]
    public void A_wrong_rule_of_the_layers_is_found_in_its_layer(string file, string right, string wrong, string expected)
    {
        var (code, printed) = Gradcheck(new(file, right, wrong), "prelu", "half-squared-error", "--output sigmoid");

        AssertFound(expected, code, printed);
    }

    [Fact]
    public void No_derivative_is_left_out()
    {
        Assert.Equal(ActivationNames.All, Activations.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
        Assert.Equal(LossNames.All, Losses.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }

    private static (int Code, string Printed) Gradcheck(MutatedCommand command, string activation, string loss, string more = "--batch 8") =>
        command.Run($"gradcheck --layers 6,6,6,5 --activation {activation} --loss {loss} --seed 2 {more}");

    private static void AssertFound(string expected, int code, string printed)
    {
        Assert.Equal(ExitCode.FellShort, code);
        Assert.Contains(expected, printed, StringComparison.Ordinal);
    }
}
