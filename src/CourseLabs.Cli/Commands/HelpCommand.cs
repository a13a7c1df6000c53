using System.CommandLine;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs help [NAME]</c>: help on everything, on a command, or on an example and its own options.</summary>
internal static class HelpCommand
{
    public static Command Create(RootCommand root, Catalogue catalogue, Terminal terminal)
    {
        var topic = new Argument<string?>("NAME") { Description = "A command or an example", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("help", "Explain a command or an example") { topic };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(topic);
            if (name is null || root.Subcommands.Any(c => c.Name == name))
                return Show(root, name is null ? [] : [name], terminal);
            foreach (var example in catalogue.Find([name]))
                Explain(example, terminal.Out);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>What <c>--help</c> after the command shows.</summary>
    public static int Show(RootCommand root, string[] command, Terminal terminal) =>
        root.Parse([.. command, "--help"]).Invoke(App.Configuration(terminal));

    /// <summary>An example's description and own options.</summary>
    public static void Explain(Example example, TextWriter writer)
    {
        writer.WriteLine($"{example.Id} {example.Name}: {example.Title} (lab {example.Lab})");
        foreach (var line in Wrap(example.About, 100))
            writer.WriteLine("  " + line);
        if (example.Options.Count > 0)
            writer.WriteLine("Its own options:");
        foreach (var option in example.Options)
        {
            var takes = option.IsFlag ? "" : $" ({option.Takes}; default {option.DefaultText})";
            writer.WriteLine($"  --{option.Name,-12} {option.Help}{takes}");
        }

        writer.WriteLine();
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length >= width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
