using System.Diagnostics;
using System.Text.Json;
using CourseLabs.Tests;

namespace CourseLabs.Notebooks.Tests.FrontEnds;

/// <summary>The notebooks in the front ends that students use, with the kernel that <c>labs kernel install</c> registers.</summary>
public sealed class FrontEndTests : IDisposable
{
    private const string Playwright = "artifacts/front-ends/node_modules/playwright-core";

    // The notebooks' folder again, so that the front end's savings do not change the checkout's.
    private readonly DirectoryInfo desk = Directory.CreateTempSubdirectory("courselabs-");

    public FrontEndTests()
    {
        foreach (var shared in new[] { "artifacts", ".config" })
            Directory.CreateSymbolicLink(Path.Combine(desk.FullName, shared), Path.Combine(Checkout.Root, shared));
        var notebooks = desk.CreateSubdirectory("notebooks").FullName;
        foreach (var name in Checkout.Names)
            File.Copy(Checkout.PathOf(name), Path.Combine(notebooks, name + ".ipynb"));
        Assert.Contains("kernel.json", Run("dotnet", Path.Combine(AppContext.BaseDirectory, "labs.dll"), "kernel", "install"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var shared in new[] { "artifacts", ".config" })
            Directory.Delete(Path.Combine(desk.FullName, shared)); // the link
        desk.Delete(recursive: true);
    }

    [FrontEndTheory("jupyter ss ps")]
    [InlineData("01-neurons", 31)]
    [InlineData("02-computational-graphs", 25)]
    [InlineData("06-stability", 27)]
    public void Jupyters_nbclient_runs_it_without_an_error_or_a_warning_on_this_machine_alone(string name, int cells) =>
        Assert.Equal($"{cells} cells ran", Run("/usr/bin/python3", Script("nbclient_run.py"), $"notebooks/{name}.ipynb", Path.Combine(desk.FullName, "notebooks")).Trim());

    [FrontEndTheory("jupyter-notebook chromium node " + Playwright)]
    [InlineData("02-computational-graphs", 25, 8)]
    public void Jupyter_Notebook_in_a_browser_runs_it_with_pictures_and_formulas_and_without_an_error(string name, int cells, int pictures)
    {
        var picture = Path.Combine(Checkout.Root, "artifacts", "front-ends", name + ".png");

        var printed = Run("node", Script("notebook_in_browser.mjs"), Path.Combine(Checkout.Root, Playwright), desk.FullName, name, picture);

        var shown = JsonDocument.Parse(printed).RootElement;
        Assert.Empty(shown.GetProperty("errors").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(cells, shown.GetProperty("cells").GetInt32());
        Assert.Equal(".net-csharp", shown.GetProperty("kernel").GetString());
        Assert.True(shown.GetProperty("pictures").GetInt32() >= pictures, printed);
        Assert.True(shown.GetProperty("formulas").GetInt32() > 0, printed);
        Assert.True(File.Exists(picture));
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "FrontEnds", name);

    // In the desk, with Jupyter's data folder there.
    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = desk.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["JUPYTER_DATA_DIR"] = Path.Combine(desk.FullName, "jupyter"), ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(10)) && process.ExitCode == 0, output + error.Result);
        return output;
    }
}
