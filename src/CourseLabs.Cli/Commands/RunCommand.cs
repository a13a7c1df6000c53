using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CourseLabs.Cli.CoursePage;
using CourseLabs.Cli.Output;
using CourseLabs.Cli.Running;
using CourseLabs.Examples;
using CourseLabs.Torch;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs run [IDS...]</c>: runs examples, shows what is expected beside what came out, writes figures and charts.</summary>
internal static class RunCommand
{
    public static Command Create(Catalogue catalogue, Terminal terminal)
    {
        var own = new OwnOptions(catalogue);
        var command = new Command("run", "Run examples; an example's own options: labs help NAME")
        {
            RunOptions.Ids, RunOptions.Seed, RunOptions.Out, RunOptions.Json, RunOptions.Quick, RunOptions.Device, RunOptions.Data,
        };
        foreach (var option in own.Declared)
            command.Options.Add(option);
        command.Options.Add(new HelpOption { Action = new HelpWithExamples(catalogue, terminal) });
        command.SetAction(parsed => Run(parsed, catalogue, own, command, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Catalogue catalogue, OwnOptions own, Command command, Terminal terminal)
    {
        var ids = parsed.GetValue(RunOptions.Ids) ?? [];
        RejectUnknownOptions(ids, command);
        var chosen = catalogue.Find(ids);
        var run = RunOptions.Run(parsed, own.Given(parsed, chosen));
        foreach (var example in chosen)
            example.CheckOptions(run);
        if (parsed.GetValue(RunOptions.Device) != "cpu")
            Devices.Find(parsed.GetValue(RunOptions.Device)!);

        var json = parsed.GetValue(RunOptions.Json);
        var folder = parsed.GetValue(RunOptions.Out)!;
        var files = new ResultFiles(folder);
        using var screen = new Screen(json ? terminal.Error : terminal.Out, json ? terminal.ErrorIsTerminal : terminal.OutIsTerminal);
        var runner = new ExampleRunner(files, screen, terminal, parsed.GetValue(App.Verbose));
        var page = ids.Length == 0 ? new CoursePageFile(files, run) : null; // some examples are no course

        page?.Begin();
        var code = ExitCode.Ok;
        var outcomes = new List<ExampleOutcome>();
        foreach (var example in chosen)
        {
            if (runner.Run(example, run) is not { } outcome)
            {
                code = ExitCode.Interrupted;
                terminal.Error.WriteLine(
                    $"labs: interrupted in {example.Name}; {outcomes.Count} of {chosen.Count} examples were finished.");
                break;
            }

            outcomes.Add(outcome);
            page?.Add(outcome);
            code = ExitCode.Worse(code, outcome.Code);
        }

        if (json)
            terminal.Out.WriteLine(ResultJson.Document(outcomes));
        else
            screen.Summary(outcomes, folder);
        if (page is not null)
        {
            page.Write(outcomes, isInterrupted: code == ExitCode.Interrupted);
            (json ? terminal.Error : terminal.Out).WriteLine($"The course on one page: {page.Path}");
        }

        return code;
    }

    // An option that the parser does not know arrives among the ids.
    private static void RejectUnknownOptions(string[] ids, Command command)
    {
        if (ids.FirstOrDefault(id => id.StartsWith('-')) is not { } typed)
            return;
        var name = typed.Split('=', ':')[0];
        var guess = Suggestion.For(name, command.Options.Select(o => o.Name)) is { } near ? $" Did you mean {near}?" : "";
        throw new UserErrorException(
            $"There is no option {name}.{guess} \"labs help run\" shows the options, \"labs help NAME\" an example's own.");
    }

    // `labs run regression --help` tells of the regression's own options too.
    private sealed class HelpWithExamples(Catalogue catalogue, Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            new HelpAction().Invoke(parseResult);
            var ids = parseResult.GetValue(RunOptions.Ids) ?? [];
            foreach (var example in ids.Length == 0 ? [] : catalogue.Find(ids))
                HelpCommand.Explain(example, terminal.Out);
            return ExitCode.Ok;
        }
    }
}
