using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace CourseLabs.Notebooks.Session;

/// <summary>
/// Runs C# cells one after the other over one state, with Roslyn's scripting, the engine of .NET Interactive: what one cell declares the
/// next ones use. <c>#r</c> takes files, relative to the notebook's folder.
/// </summary>
public sealed class CSharpSession
{
    // Those of .NET Interactive's CSharpKernel, so that a notebook compiles in both or in neither.
    private static readonly string[] Imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    private readonly Action<CellEvent> report;
    private readonly CellGlobals globals;
    private readonly ScriptOptions options;
    private ScriptState<object?>? state;
    private int cells;

    /// <summary>A session in which nothing has run.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="report">Takes what happens in the cells.</param>
    public CSharpSession(string folder, Action<CellEvent> report)
    {
        this.report = report;
        globals = new(report);
        options = ScriptOptions.Default
            .WithLanguageVersion(LanguageVersion.Latest)
            .AddReferences(typeof(Enumerable).Assembly) // not among the engine's own
            .WithImports(Imports)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithEmitDebugInformation(true) // for the line that threw
            .WithFileEncoding(Encoding.UTF8);
    }

    /// <summary>Runs a cell; whatever goes wrong in it is reported as <see cref="Failed"/>. The last thing reported is <see cref="Finished"/>.</summary>
    /// <param name="code">The cell's source.</param>
    public async Task RunAsync(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var watch = Stopwatch.StartNew();
        string cell = $"cell {++cells}";
        try
        {
            if (CellFailure.OfMagic(code) is { } magic)
                report(magic);
            else
                await RunAsync(code, options.WithFilePath(cell));
        }
        catch (CompilationErrorException exception)
        {
            report(CellFailure.Of(exception.Diagnostics));
        }
        catch (Exception exception) // a formatter's, or what #r names cannot be loaded
        {
            report(CellFailure.Of(exception, cell));
        }

        report(new Finished(watch.Elapsed.TotalSeconds));
    }

    /// <summary>Does what is asked, and reports the answer; <see cref="Finished"/> comes last.</summary>
    /// <param name="question">For instance to run a cell.</param>
    public async Task AnswerAsync(CodeQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question is RunCode)
        {
            await RunAsync(question.Code);
            return;
        }

        var watch = Stopwatch.StartNew();
        try
        {
            var insight = new CodeInsight(Script(question.Code, options).GetCompilation());
            report(question switch
            {
                CompleteCode complete => insight.Complete(complete.Position),
                InspectCode inspect => insight.Inspect(inspect.Position),
                _ => insight.Check(),
            });
        }
        catch (Exception exception) // the session is worth more than an answer about half a cell
        {
            report(CellFailure.Of(exception, ""));
        }

        report(new Finished(watch.Elapsed.TotalSeconds));
    }

    // A cell as it would follow those that have run.
    private Script<object?> Script(string code, ScriptOptions cell) => state is null
        ? CSharpScript.Create<object?>(code, cell, typeof(CellGlobals))
        : state.Script.ContinueWith<object?>(code, cell);

    private async Task RunAsync(string code, ScriptOptions cell)
    {
        Script<object?> script = Script(code, cell);
        // What a cell declared before it threw stays declared, as in .NET Interactive.
        state = state is null ? await script.RunAsync(globals, _ => true) : await script.RunFromAsync(state, _ => true);
        if (state.Exception is { } exception)
            report(CellFailure.Of(exception, cell.FilePath));
        else if (state.ReturnValue is { } value)
            report(new Shown(MimeBundle.Of(value), IsResult: true));
    }
}
