using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace CourseLabs.Grading.Tests.Handouts;

/// <summary>The proof that a handout answers nothing finds every answer that is planted in one.</summary>
public sealed class ProofTests : IDisposable
{
    private const string Step = """
        using CourseLabs.Matrices;
        public static class Other
        {
            public static Matrix[] NAME(Matrix[] a, Matrix[] b, double c)
            {
                var result = new Matrix[a.Length];
                for (var i = 0; i < a.Length; i++)
                    result[i] = a[i] - (c * b[i]);
                return result;
            }
        }
        """;

    private readonly MadeHandout handout = new();

    public void Dispose() => handout.Dispose();

    [Fact]
    public void A_handout_as_it_is_made_has_nothing() => Assert.Empty(handout.Findings);

    [Theory]
    [InlineData("README.md", "\n```csharp\nreturn (a - t) * a * (1 - a);\n```\n", "3.4 OutputDelta")]
    [InlineData("lab03/Tasks.cs", "\n//   return ( a-t )*a\n//       * (1 - a) ;\n", "3.4 OutputDelta")]
    [InlineData("lab03/hints.md", "\nvar first = leaf.grad!.clone(); // and so on\n", "3.11 TwoBatches")]
    [InlineData("lab03/README.ko.md", "\n<pre>difference += (a[i] - b[i]) * (a[i] - b[i]);\nfor (var i = 0; i &lt; weights.Length; i++) result[i] = weights[i] - (eta * gradients[i]);</pre>\n", "3.9 Step")]
    [InlineData("lab03/lab03.csproj", "<!-- return (f(x + h) - f(x - h)) / (2 * h); -->", "3.2 CentralDifference")]
    [InlineData(".vscode/extra.json", "{ \"note\": \"return\\n(previous.T.Dot(delta),\\u0020delta.SumOfRows());\" }", "3.6 LayerGradients")]
    public void A_solutions_statements_in_a_text(string path, string text, string task)
    {
        handout.Append(path, text);

        Assert.Contains($"{path} has statements of the solution of task {task}.", handout.Findings);
    }

    [Fact]
    public void A_solution_that_was_written_into_the_notebook()
    {
        var blank = JsonSerializer.Serialize("    throw new NotImplementedException();\n");
        var text = File.ReadAllText(handout["lab03/lab03.ipynb"]);
        var at = text.IndexOf(blank, text.IndexOf("code-3-5", StringComparison.Ordinal), StringComparison.Ordinal);
        var answer = "\"    return nextDelta.Dot(w.T)\\n\", \"        * a * (1 - a);\\n\"";
        handout.Write("lab03/lab03.ipynb", Encoding.UTF8.GetBytes(text[..at] + answer + text[(at + blank.Length)..]));

        Assert.Equal(["lab03/lab03.ipynb has statements of the solution of task 3.5 HiddenDelta."], handout.Findings);
    }

    [Theory]
    [InlineData("\"outputs\": []", "\"outputs\": [{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"1\"}]")]
    [InlineData("\"execution_count\": null", "\"execution_count\": 3")]
    [InlineData("\"cells\"", "\"sells\"")]
    public void A_notebook_that_has_run(string old, string @new)
    {
        handout.Replace("lab03/lab03.ipynb", old, @new);

        Assert.Equal(["lab03/lab03.ipynb has outputs."], handout.Findings);
    }

    [Theory]
    [InlineData("lab03/Tasks.cs", "// BEGIN SOLUTION\n", "lab03/Tasks.cs has the mark BEGIN SOLUTION.")]
    [InlineData("run.json", "{}", "run.json is of a grading run: it has the seed.")]
    [InlineData("grades.results/kim.json", "{}", "grades.results/kim.json is of a grading run: it has the seed.")]
    [InlineData("README.md", "\nlabs grade 03 --seed 1804289383\n", "README.md has what looks like a seed of grading: seed 1804289383")]
    [InlineData(".vscode/settings.json", "{ \"seed\": 123456 }", ".vscode/settings.json has what looks like a seed of grading: seed\": 123456")]
    [InlineData("lab03/old.zip", "PK", "lab03/old.zip is of no kind that a handout has.")]
    [InlineData("lab03/lab03.xml", "<doc/>", "lab03/lab03.xml is of no kind that a handout has.")]
    [InlineData("lab03/Tasks.cs.1.bak", "", "lab03/Tasks.cs.1.bak is of no kind that a handout has.")]
    public void What_belongs_to_no_handout(string path, string text, string says)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(handout[path])!);
        handout.Append(path, text);

        Assert.Equal([says], handout.Findings);
    }

    [Fact]
    public void A_text_that_hides_in_another_encoding()
    {
        handout.Write("lab03/more.md", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("return (a - t) * a * (1 - a);")).ToArray());

        Assert.Equal(["lab03/more.md is no text in UTF-8."], handout.Findings);
    }

    [Theory]
    [InlineData("lib/net10.0/CourseLabs.Checks.pdb")]
    [InlineData("lib/net10.0/CourseLabs.Checks.xml")]
    [InlineData("src/Tasks.zip")]
    public void A_file_that_no_package_has(string entry)
    {
        handout.IntoPackage("CourseLabs.Checks", entry, [1, 2, 3]);

        Assert.EndsWith($"!{entry} is of no kind that a handout has.", Assert.Single(handout.Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("packages/CourseLabs.Backprop.1.0.0.dll")]
    [InlineData("lab03/notes.md")] // whatever the file is called
    public void An_assembly_of_the_course(string path)
    {
        handout.Write(path, MadeHandout.Compiled("CourseLabs.Backprop", "public class A;"));

        Assert.Equal([$"{path} is the assembly CourseLabs.Backprop, which no handout has."], handout.Findings);
    }

    [Fact]
    public void A_reference_to_an_assembly_of_the_course()
    {
        handout.AsChecks(MadeHandout.Compiled("CourseLabs.Checks", "public class B : A;", reference: MadeHandout.Compiled("CourseLabs.Torch", "public class A;")));

        Assert.EndsWith("refers to CourseLabs.Torch, which no handout has.", Assert.Single(handout.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_with_a_tasks_name_and_parameters_whatever_it_does()
    {
        handout.AsChecks(MadeHandout.Compiled("CourseLabs.Checks",
            "public class Any { static double CentralDifference(System.Func<double, double> f, double x, double h) => 0; static double Step(int i) => i; }"));

        var finding = Assert.Single(handout.Findings);
        Assert.Contains("it has the name and the parameters of task 3.2 CentralDifference", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void A_method_that_does_what_a_solution_does_whatever_it_is_called(OptimizationLevel level)
    {
        handout.AsChecks(MadeHandout.Compiled("CourseLabs.Checks", Step.Replace("NAME", "Helper", StringComparison.Ordinal), level));

        Assert.EndsWith("that does what the solution of task 3.9 Step does.", Assert.Single(handout.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_local_function_with_a_tasks_name_and_parameters()
    {
        handout.AsChecks(MadeHandout.Compiled("CourseLabs.Checks", """
            public class Any
            {
                public static double Do()
                {
                    return CentralDifference(v => v, 0, 1);
                    static double CentralDifference(System.Func<double, double> f, double x, double h) => f(x) + h;
                }
            }
            """));

        Assert.EndsWith("it has the name and the parameters of task 3.2 CentralDifference.", Assert.Single(handout.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_with_its_symbols()
    {
        handout.AsChecks(MadeHandout.Compiled("CourseLabs.Checks", "public class A { int F() => 1; }", options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded)));

        Assert.EndsWith("CourseLabs.Checks.dll names or has a PDB file.", Assert.Single(handout.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_solution_in_an_assemblys_resource_or_string()
    {
        var solved = Encoding.UTF8.GetBytes(MadeHandout.Lab.Solved);
        handout.AsChecks(MadeHandout.Compiled("CourseLabs.Checks", "public class A { string F() => \"return  (a - t) * a * (1 - a);\"; }",
            resources: new ResourceDescription("03-backpropagation/exercise/Tasks.cs", () => new MemoryStream(solved), isPublic: true)));

        var findings = handout.Findings;
        Assert.Contains(findings, f => f.EndsWith("exercise/Tasks.cs has the mark BEGIN SOLUTION.", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.EndsWith("(its strings) has statements of the solution of task 3.4 OutputDelta.", StringComparison.Ordinal));
        Assert.Equal(11, findings.Count(f => f.Contains("exercise/Tasks.cs has statements", StringComparison.Ordinal)));
    }
}
