using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;
using CourseLabs.Cli.Output;
using CourseLabs.Cli.Running;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Commands;

/// <summary>
/// <c>labs gradcheck</c>: the gradients of a network by hand, by torch's autograd and by central differences, side by side.
/// </summary>
internal static class GradcheckCommand
{
    private static readonly Option<int[]> Layers = new("--layers")
    {
        Description = "The size of the input and of every layer",
        HelpName = "N,N,...",
        DefaultValueFactory = _ => [784, 100, 10],
        CustomParser = result =>
            Parse(result, Widths, "two or more whole numbers from 1 to 2147483647 parted by commas, such as 784,100,10"),
    };

    private static readonly Option<string> Activation = Name(
        "--activation", $"The hidden layers' activation: {string.Join(", ", ActivationNames.All)}", ActivationNames.All, "sigmoid");

    private static readonly Option<string?> Output = Name(
        "--output",
        "The output layer's activation; when left out, identity for cross-entropy (which has its softmax in it), sigmoid for "
            + "binary-cross-entropy, for the other losses what --activation says",
        ActivationNames.All)!;

    private static readonly Option<string> Loss = Name(
        "--loss", $"The loss: {string.Join(", ", LossNames.All)}", LossNames.All, "half-squared-error");

    private static readonly Option<int> Batch = new("--batch")
    {
        Description = "How many rows are fed at once",
        HelpName = "N",
        DefaultValueFactory = _ => 8,
        CustomParser = result =>
            Parse(result, text => Positive(text) is { } n ? [n] : null, "a whole number from 1 to 2147483647")?[0] ?? 0,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "gradcheck", "Check the gradients by hand of a random network against torch's autograd and central differences")
        {
            Layers, Activation, Output, Loss, Batch, RunOptions.Seed, RunOptions.Json,
        };
        command.SetAction(parsed =>
        {
            string activation = parsed.GetValue(Activation)!, loss = parsed.GetValue(Loss)!;
            var output = parsed.GetValue(Output) ?? GradcheckRun.OutputFor(loss, activation);
            var run = new GradcheckRun(
                parsed.GetValue(Layers)!, activation, output, loss, parsed.GetValue(Batch), parsed.GetValue(RunOptions.Seed));
            var check = run.Check();
            if (parsed.GetValue(RunOptions.Json))
            {
                terminal.Out.WriteLine(GradcheckReport.Json(run, check));
            }
            else
            {
                using var screen = new Screen(terminal.Out, terminal.OutIsTerminal);
                screen.Show(GradcheckReport.Table(run, check));
                terminal.Out.WriteLine(GradcheckReport.Verdict(check));
            }
            return check.Holds ? ExitCode.Ok : ExitCode.FellShort;
        });
        return command;
    }

    private static Option<string> Name(string option, string description, IReadOnlyCollection<string> names, string? standard = null)
    {
        var result = new Option<string>(option)
        {
            Description = description,
            HelpName = "NAME",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (names.Contains(text))
                    return text;
                var guess = Suggestion.For(text, names) is { } near ? $" Did you mean {near}?" : "";
                result.AddError($"{option} takes {string.Join(", ", names)}, not \"{text}\".{guess}");
                return null;
            },
        };
        if (standard is not null)
            result.DefaultValueFactory = _ => standard;
        return result;
    }

    private static int[]? Parse(ArgumentResult result, Func<string, int[]?> parse, string takes)
    {
        var text = result.Tokens[0].Value;
        var value = parse(text);
        if (value is null)
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes {takes}, not \"{text}\".");
        return value;
    }

    private static int[]? Widths(string text)
    {
        int?[] widths = [.. text.Split(',').Select(Positive)];
        return widths.Length < 2 || widths.Contains(null) ? null : [.. widths.Select(width => width!.Value)];
    }

    private static int? Positive(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
