using System.CommandLine;
using CourseLabs.Cli.Output;
using CourseLabs.Data;
using CourseLabs.Data.Hub;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs data list|get|verify</c>: the data files, where they lie, and whether they are whole.</summary>
internal static class DataCommand
{
    private static readonly Argument<string[]> Names = new("NAMES")
    {
        Description = "Data files (mnist_test_labels) or data sets (mnist); all when left out",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create(Terminal terminal)
    {
        var list = new Command("list", "List the data files and where they lie") { Names, RunOptions.Data };
        list.SetAction(parsed => Look(parsed, terminal.Out, needed: false));
        var get = new Command("get", "Download the data files that are in no folder") { Names, RunOptions.Data };
        get.SetAction(parsed => Get(parsed, terminal));
        var verify = new Command("verify", "Check that the data files are there and whole; else the exit code is 1")
        {
            Names, RunOptions.Data,
        };
        verify.SetAction(parsed => Look(parsed, terminal.Out, needed: true));
        var command = new Command("data", "List, download or check the data files") { list, get, verify };
        command.SetAction(_ => Look(list.Parse([]), terminal.Out, needed: false));
        return command;
    }

    private static int Look(ParseResult parsed, TextWriter writer, bool needed)
    {
        var hub = new DataHub(parsed.GetValue(RunOptions.Data));
        var allWell = true;
        foreach (var file in Chosen(hub, parsed))
        {
            var copy = hub.Copy(file.Name);
            (var state, var where) = copy switch
            {
                null => ("not here", $"from {string.Join(", ", file.Sources.Select(s => s.Where))}"),
                { Damage: { } damage } => ("damaged", $"{copy.Path}: {damage}"),
                _ => ("whole", copy.Path),
            };
            allWell &= copy is { Damage: null };
            writer.WriteLine($"{state,-9} {file.Name,-19} {where}");
        }

        return allWell || !needed ? ExitCode.Ok : ExitCode.FellShort;
    }

    // One that fails does not stop the next, as with examples.
    private static int Get(ParseResult parsed, Terminal terminal)
    {
        using var screen = new Screen(terminal.Out, terminal.OutIsTerminal);
        var code = ExitCode.Ok;
        DataHub Hub(Action<ProgressStep>? show = null) =>
            new ExampleRun { DataFolder = parsed.GetValue(RunOptions.Data), Progress = new(show, terminal.Interrupt) }.Data;
        foreach (var file in Chosen(Hub(), parsed))
        {
            try
            {
                var path = screen.WithProgress(file.Name, show => Hub(show).Download(file.Name));
                terminal.Out.WriteLine($"{file.Name} is {path}");
            }
            catch (DataException exception)
            {
                Failure.Print(terminal.Error, exception, parsed.GetValue(App.Verbose), $"{file.Name}: ");
                code = Failure.Code(exception);
            }
        }

        return code;
    }

    private static DataFile[] Chosen(DataHub hub, ParseResult parsed)
    {
        var names = parsed.GetValue(Names) ?? [];
        foreach (var name in names)
        {
            if (hub.Files.Any(f => f.Name == name || f.Set == name))
                continue;
            string[] known = [.. hub.Files.Select(f => f.Set).Distinct(), .. hub.Files.Select(f => f.Name)];
            var guess = Suggestion.For(name, known) is { } near ? $" Did you mean {near}?" : "";
            throw new UserErrorException($"There is no data file or data set {name}.{guess} \"labs data list\" shows them.");
        }

        return [.. hub.Files.Where(f => names.Length == 0 || names.Contains(f.Name) || names.Contains(f.Set))];
    }
}
