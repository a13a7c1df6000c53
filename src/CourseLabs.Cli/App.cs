using System.CommandLine;
using CourseLabs.Cli.Commands;
using CourseLabs.Examples;
using CourseLabs.Labs;

namespace CourseLabs.Cli;

/// <summary>The <c>labs</c> command: parses, runs one of its commands, turns every mistake into a sentence and an exit code.</summary>
internal static class App
{
    /// <summary>Given to every command: whether a failure shows its stack trace.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show the stack trace when something fails",
        Recursive = true,
    };

    public static int Run(string[] args, Terminal terminal, Catalogue? examples = null)
    {
        var parsed = Root(terminal, examples ?? Course.Examples).Parse(args);
        try
        {
            if (parsed.Errors.Count > 0)
                throw new UserErrorException($"{parsed.Errors[0].Message} \"labs help\" shows what there is.");
            return parsed.Invoke(Configuration(terminal));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failure.Print(terminal.Error, exception, parsed.GetValue(Verbose));
            return Failure.Code(exception);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>All commands and their options.</summary>
    public static RootCommand Root(Terminal terminal, Catalogue catalogue)
    {
        var root = new RootCommand("CourseLabs: the lecture's examples, run and compared with the slides.") { Verbose };
        root.Subcommands.Add(RunCommand.Create(catalogue, terminal));
        root.Subcommands.Add(ListCommand.Create(catalogue, terminal));
        root.Subcommands.Add(ExplainCommand.Create(terminal));
        root.Subcommands.Add(CheckCommand.Create(terminal));
        root.Subcommands.Add(ResetCommand.Create(terminal));
        root.Subcommands.Add(GradeCommand.Create(terminal));
        foreach (var command in HandoutCommand.Create(terminal))
            root.Subcommands.Add(command);
        root.Subcommands.Add(GradcheckCommand.Create(terminal));
        root.Subcommands.Add(DataCommand.Create(terminal));
        root.Subcommands.Add(NotebookCommand.Create(root, terminal));
        root.Subcommands.Add(KernelCommand.Create(root, terminal));
        root.Subcommands.Add(DoctorCommand.Create(terminal));
        root.Subcommands.Add(HelpCommand.Create(root, catalogue, terminal));
        root.SetAction(_ => HelpCommand.Show(root, [], terminal));
        return root;
    }

    /// <summary>Ours are the exceptions and Ctrl-C, the library's the rest.</summary>
    public static InvocationConfiguration Configuration(Terminal terminal) => new()
    {
        Output = terminal.Out,
        Error = terminal.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
