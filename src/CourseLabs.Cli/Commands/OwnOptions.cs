using System.CommandLine;
using CourseLabs.Examples;

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
        [.. catalogue.All.SelectMany(e => e.Options).DistinctBy(o => o.Name).Select(Declare)];

    /// <summary>What was given, by the option's name.</summary>
    /// <exception cref="UserErrorException">No chosen example has the option.</exception>
    public IReadOnlyDictionary<string, string> Given(ParseResult parsed, IReadOnlyList<Example> chosen)
    {
        var given = Declared.Where(option => parsed.GetResult(option) is { Implicit: false }).ToDictionary(
            option => option.Name[2..],
            option => option is Option<bool> flag ? parsed.GetValue(flag).ToString() : parsed.GetValue((Option<string>)option)!);
        if (given.Keys.FirstOrDefault(name => !chosen.Any(e => Has(e, name))) is { } stray)
            throw new UserErrorException(
                $"{string.Join(", ", chosen.Select(e => e.Name))} has no option --{stray}: {Owners(stray)} has.");
        return given;
    }

    private static Option Declare(Setting option) =>
        option.IsFlag ? new Option<bool>("--" + option.Name) { Hidden = true } : new Option<string>("--" + option.Name) { Hidden = true };

    private string Owners(string name) => string.Join(", ", catalogue.All.Where(e => Has(e, name)).Select(e => e.Name));

    private static bool Has(Example example, string name) => example.Options.Any(o => o.Name == name);
}
