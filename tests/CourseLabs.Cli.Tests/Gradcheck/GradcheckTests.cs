using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;

namespace CourseLabs.Cli.Tests.Gradcheck;

public sealed class GradcheckTests
{
    [Fact]
    public void The_mnist_networks_gradients_hold_and_are_shown_in_a_table()
    {
        using var run = LabsRun.Of("gradcheck --layers 784,100,10 --activation sigmoid --loss half-squared-error --batch 8 --seed 1");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal("", run.Error);
        string[] words = ["relative error", "by hand", "autograd", "numeric", "W2", "(784 x 100)", "b3", "(1 x 10)", "at most 100 entries", "Every gradient holds."];
        Assert.All(words, word => Assert.Contains(word, run.Out, StringComparison.Ordinal));
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 140));
    }

    [Fact]
    public void Every_activation_holds_with_every_loss()
    {
        foreach (var loss in LossNames.All)
        {
            foreach (var activation in ActivationNames.All)
            {
                using var run = LabsRun.Of($"gradcheck --layers 6,5,4,3 --activation {activation} --loss {loss} --batch 3 --seed 4 --json");

                Assert.True(run.Code == ExitCode.Ok, $"{activation}, {loss}: {run.Out}{run.Error}");
                Assert.True(run.Json.GetProperty("holds").GetBoolean());
                Assert.Equal(activation == "step", run.Json.GetProperty("gradients")[0].GetProperty("autograd").ValueKind == System.Text.Json.JsonValueKind.Null);
            }
        }
    }

    [Fact]
    public void As_json_every_number_is_there()
    {
        using var run = LabsRun.Of("gradcheck --layers 5,4,2 --activation prelu --output softmax --loss mse --batch 2 --seed 3 --json");

        Assert.Equal(ExitCode.Ok, run.Code);
        var weight = run.Json.GetProperty("gradients")[0];
        Assert.Equal(["W2", "b2", "alpha2", "W3", "b3", "X", "A3"], run.Json.GetProperty("gradients").EnumerateArray().Select(g => g.GetProperty("name").GetString()));
        Assert.Equal([5, 4], weight.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Equal(20, weight.GetProperty("numericEntries").GetInt32());
        Assert.InRange(weight.GetProperty("relativeError").GetDouble(), 0, 1e-12);
        Assert.InRange(weight.GetProperty("numericRelativeError").GetDouble(), 0, 1e-6);
        Assert.Equal(weight.GetProperty("autograd").GetDouble(), weight.GetProperty("byHand").GetDouble(), 1e-12);
        Assert.Equal(weight.GetProperty("autograd").GetDouble(), weight.GetProperty("numeric").GetDouble(), 1e-6);
    }

    [Fact]
    public void The_same_seed_gives_the_same_check_and_another_seed_another()
    {
        using var run = LabsRun.Of("gradcheck --layers 5,4,2 --seed 3 --json");
        using var again = LabsRun.Of("gradcheck --layers 5,4,2 --seed 3 --json");
        using var other = LabsRun.Of("gradcheck --layers 5,4,2 --seed 4294967299 --json");

        Assert.Equal(run.Out, again.Out);
        Assert.NotEqual(run.Json.GetProperty("gradients").GetRawText(), other.Json.GetProperty("gradients").GetRawText());
    }

    [Fact]
    public void The_seeds_0_and_minus_1_draw_different_networks()
    {
        using var zero = LabsRun.Of("gradcheck --layers 5,4,2 --seed 0 --json");
        using var minusOne = LabsRun.Of("gradcheck --layers 5,4,2 --seed -1 --json");

        Assert.NotEqual(zero.Json.GetProperty("gradients").GetRawText(), minusOne.Json.GetProperty("gradients").GetRawText());
    }

    [Theory]
    [InlineData("--layers 5,-3", "--layers takes two or more whole numbers from 1 to 2147483647 parted by commas, such as 784,100,10, not \"5,-3\".")]
    [InlineData("--layers a", "--layers takes two or more whole numbers from 1 to 2147483647")]
    [InlineData("--layers 5", "not \"5\".")]
    [InlineData("--layers 5,,3", "not \"5,,3\".")]
    [InlineData("--layers 0,3", "not \"0,3\".")]
    [InlineData("--layers 5,99999999999", "not \"5,99999999999\".")]
    [InlineData("--layers", "--layers")]
    [InlineData("--activation sigmod", "not \"sigmod\". Did you mean sigmoid?")]
    [InlineData("--output softmx", "Did you mean softmax?")]
    [InlineData("--loss cross-entrpy", "Did you mean cross-entropy?")]
    [InlineData("--batch 99999999999", "--batch takes a whole number from 1 to 2147483647, not \"99999999999\".")]
    [InlineData("--batch 0", "--batch takes a whole number from 1 to 2147483647, not \"0\".")]
    [InlineData("--batch -8", "--batch takes a whole number from 1 to 2147483647, not \"-8\".")]
    [InlineData("--batch 1.5", "--batch takes a whole number from 1 to 2147483647, not \"1.5\".")]
    [InlineData("--seed x", "--seed takes a whole number of 64 bits, not \"x\".")]
    [InlineData("--layers 2000000000,2000000000", "gradcheck takes at most 10,000,000.")]
    [InlineData("--layers 3,2 --batch 2000000000", "gradcheck takes at most 10,000,000.")]
    [InlineData("--loss binary-cross-entropy --output tanh", "binary-cross-entropy needs outputs from 0 to 1")]
    [InlineData("--epochs 5", "--epochs")]
    public void Nonsense_is_told_in_a_sentence(string options, string sentence)
    {
        using var run = LabsRun.Of($"gradcheck {options}");

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void More_layers_than_it_takes_are_refused()
    {
        using var run = LabsRun.Of($"gradcheck --layers {string.Join(',', Enumerable.Repeat(2, 102))}");

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Contains("at most 100 layers after the input, not 101.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_it_and_its_options()
    {
        using var help = LabsRun.Of("help");
        using var own = LabsRun.Of("help gradcheck");

        Assert.Contains("  gradcheck ", help.Out, StringComparison.Ordinal);
        Assert.All(["--layers", "--activation", "--output", "--loss", "--batch", "--seed", "--json"], o => Assert.Contains(o, own.Out, StringComparison.Ordinal));
    }
}
