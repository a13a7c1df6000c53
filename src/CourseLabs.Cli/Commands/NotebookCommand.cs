using System.CommandLine;
using System.Globalization;
using CourseLabs.Cli.Output;
using CourseLabs.Data;
using CourseLabs.Examples;
using CourseLabs.Notebooks;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs notebook run|check</c>: runs the C# cells of Jupyter notebooks, without Jupyter.</summary>
internal static class NotebookCommand
{
    private static readonly Argument<string> File = new("NOTEBOOK") { Description = "An .ipynb file of C# cells" };

    private static readonly Argument<string[]> Files = new("NOTEBOOKS")
    {
        Description = "The .ipynb files; all of the folder notebooks when left out",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Where to write the notebook with its new outputs; may be the same file",
        HelpName = "FILE",
    };

    private static readonly Option<bool> KeepGoing = new("--keep-going")
    {
        Description = "Run the cells after one that failed too, and write what they gave",
    };

    private static readonly Option<double> Timeout = Positive("--timeout", "The longest that a cell may take, in seconds", 600);

    private static readonly Option<double> Tolerance = Positive(
        "--tolerance", "How far a number may be off, times its size where that is above 1", 1e-4);

    public static Command Create(RootCommand root, Terminal terminal)
    {
        var run = new Command("run", "Run a notebook's cells in order; the exit code is 1 when one fails")
        {
            File, Out, Timeout, KeepGoing,
        };
        run.SetAction(parsed => Run(parsed, terminal));
        var check = new Command("check", "Run notebooks and compare with the outputs in them; the exit code is 1 where they differ")
        {
            Files, Timeout, Tolerance,
        };
        check.SetAction(parsed => Check(parsed, terminal));
        var notebook = new Command("notebook", "Run notebooks, or check that their outputs are those of today's code") { run, check };
        notebook.SetAction(_ => HelpCommand.Show(root, [notebook.Name], terminal));
        return notebook;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var path = parsed.GetValue(File)!;
        var notebook = NotebookFile.Read(path);
        if (parsed.GetValue(Out) is { } place)
            ThrowUnlessWritable(place);
        var keepGoing = parsed.GetValue(KeepGoing);
        var failed = Execute(notebook, path, parsed, terminal, keepGoing, out var complete);
        if (parsed.GetValue(Out) is not { } target)
            return failed == 0 ? ExitCode.Ok : ExitCode.FellShort;
        if (complete || keepGoing)
            AtomicFile.Write(Path.GetFullPath(target), notebook.ToJson());
        else
            terminal.Error.WriteLine("labs: nothing was written, since not every cell ran; --keep-going writes what there is.");
        return failed == 0 ? ExitCode.Ok : ExitCode.FellShort;
    }

    // So that nobody runs a notebook whose outputs have no place.
    private static void ThrowUnlessWritable(string target)
    {
        try
        {
            AtomicFile.Try(target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserErrorException($"Cannot write to \"{target}\": {exception.Message}", exception);
        }
    }

    private static int Check(ParseResult parsed, Terminal terminal)
    {
        var paths = parsed.GetValue(Files) ?? [];
        if (paths.Length == 0)
            paths = Directory.Exists("notebooks") ? [.. Directory.GetFiles("notebooks", "*.ipynb").Order(StringComparer.Ordinal)] : [];
        if (paths.Length == 0)
            throw new UserErrorException("There is no .ipynb file in a folder notebooks here: name the notebooks to check.");

        var code = ExitCode.Ok;
        var comparison = new NotebookComparison(parsed.GetValue(Tolerance));
        foreach (var path in paths)
        {
            NotebookFile kept = NotebookFile.Read(path), ran = NotebookFile.Read(path);
            Execute(ran, path, parsed, terminal, keepGoing: false, out var complete);
            string[] differences = complete ? [.. comparison.Differences(kept, ran)] : [];
            foreach (var difference in differences)
                terminal.Error.WriteLine($"labs: {path}: {difference}.");
            if (differences.Length == 0 && complete)
                terminal.Out.WriteLine($"{path}: its outputs are those of today.");
            else
                code = ExitCode.FellShort;
        }

        return code;
    }

    private static int Execute(NotebookFile notebook, string path, ParseResult parsed, Terminal terminal, bool keepGoing, out bool complete)
    {
        var failed = 0;
        var run = new NotebookRun(TimeSpan.FromSeconds(parsed.GetValue(Timeout)), keepGoing);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        complete = run.RunAsync(notebook, folder, Tell, terminal.Interrupt).GetAwaiter().GetResult();
        return failed;

        void Tell(CellRun cell)
        {
            terminal.Out.WriteLine($"{path}: code cell {cell.Number}, {cell.Seconds.ToString("0.000", CultureInfo.InvariantCulture)} s");
            if (cell.Failure is not { } failure)
                return;
            failed++;
            terminal.Error.WriteLine($"labs: {path}: code cell {cell.Number}: {failure}");
        }
    }

    private static Option<double> Positive(string name, string description, double standard) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e6)
                return number;
            result.AddError($"{name} takes a number above 0 and below 1000000, not \"{text}\".");
            return 0;
        },
    };
}
