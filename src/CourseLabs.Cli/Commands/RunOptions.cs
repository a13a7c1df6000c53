using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Commands;

/// <summary>The options that every example has.</summary>
internal static class RunOptions
{
    public static Argument<string[]> Ids { get; } = new("IDS")
    {
        Description = "COURSE ids (A7), names (regression) or labs (05); every example when left out",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<long> Seed { get; } = new("--seed")
    {
        Description = "The seed of every random draw",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
        CustomParser = result => long.TryParse(Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Wrong<long>(result, "a whole number of 64 bits"),
    };

    public static Option<string> Out { get; } = new("--out")
    {
        Description = "Where the files go: figures.json, charts (.png) and their data (.csv), a folder an example",
        HelpName = "DIR",
        DefaultValueFactory = _ => "artifacts/run",
        CustomParser = result => Text(result).Length > 0 ? Text(result) : Wrong<string>(result, "a folder"),
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document and nothing else on standard output",
    };

    public static Option<bool> Quick { get; } = new("--quick")
    {
        Description = "Take a short cut where there is one, such as fewer epochs",
    };

    public static Option<string> Device { get; } = new("--device")
    {
        Description = "cpu, where the same seed gives the same numbers, or cuda",
        HelpName = "cpu|cuda",
        DefaultValueFactory = _ => "cpu",
        CustomParser = result => Text(result) is "cpu" or "cuda" ? Text(result) : Wrong<string>(result, "cpu or cuda"),
    };

    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "A folder to look for data files in before the cache; without it the one that COURSELABS_DATA names",
        HelpName = "DIR",
    };

    public static ExampleRun Run(ParseResult parsed, IReadOnlyDictionary<string, string> options) => new()
    {
        Seed = parsed.GetValue(Seed),
        Quick = parsed.GetValue(Quick),
        Device = parsed.GetValue(Device)!,
        DataFolder = parsed.GetValue(Data),
        Options = options,
    };

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static T? Wrong<T>(ArgumentResult result, string takes)
    {
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes {takes}, not \"{Text(result)}\".");
        return default;
    }
}
