using System.CommandLine;
using CourseLabs.Labs.Examples;

namespace CourseLabs.Cli.Commands;

/// <summary>
/// The options that examples add to their own. The command declares each name once, since it must parse before it knows which
/// examples are meant; what is given goes to every chosen example that has it.
/// </summary>
/// <param name="catalogue">Whose examples' options.</param>
internal sealed class OwnOptions(Catalogue catalogue)
{
    /// <summary>One option a name, not shown in the command's help: <c>labs help NAME</c> shows them.</summary>
    public IReadOnlyList<Option> Declared { get; } =
        [.. catalogue.Examples.SelectMany(e => e.Options).DistinctBy(o => o.Name).Select(Declare)];

    /// <summary>Hands what was given to the contexts of the examples that have it.</summary>
    /// <exception cref="UserErrorException">A value is nonsense, or no chosen example has the option.</exception>
    public void Apply(ParseResult parsed, IReadOnlyList<(Example Example, ExampleContext Context)> chosen)
    {
        foreach (Option option in Declared)
        {
            if (parsed.GetResult(option) is not { Implicit: false })
                continue;
            string text = option is Option<bool> flag ? parsed.GetValue(flag).ToString() : parsed.GetValue((Option<string>)option)!;
            var takers = chosen
                .SelectMany(c => c.Example.Options.Where(o => "--" + o.Name == option.Name).Select(o => (c.Context, Option: o)))
                .ToList();
            if (takers.Count == 0)
                throw new UserErrorException(
                    $"{string.Join(", ", chosen.Select(c => c.Example.Name))} has no option {option.Name}: {Owners(option)} has.");
            foreach (var (context, own) in takers)
                context.With(own, text);
        }
    }

    private static Option Declare(ExampleOption option) =>
        option.IsFlag ? new Option<bool>("--" + option.Name) { Hidden = true } : new Option<string>("--" + option.Name) { Hidden = true };

    private string Owners(Option option) =>
        string.Join(", ", catalogue.Examples.Where(e => e.Options.Any(o => "--" + o.Name == option.Name)).Select(e => e.Name));
}
