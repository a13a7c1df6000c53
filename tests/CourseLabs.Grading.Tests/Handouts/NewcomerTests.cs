using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Mono.Cecil;

namespace CourseLabs.Grading.Tests.Handouts;

/// <summary>A handout from its first build on, as its student types it.</summary>
public sealed partial class NewcomerTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_task_is_not_started_one_that_is_solved_passes_and_the_tests_are_one_a_task()
    {
        MadeHandout.Maker.Make([MadeHandout.Exercise], folder["labs"]);
        var tasks = MadeHandout.Exercise.Checks.Count;

        (var code, var said) = Dotnet("run", "--project", "lab03");
        Assert.True(code == 1, said);
        Assert.Equal(tasks, NotStarted().Count(said));
        Assert.Contains("Next: 3.1", said, StringComparison.Ordinal);

        // A notebook loads TorchSharp once more for each assembly that asks for another version than it has.
        string Notebook(string name) => folder[$"labs/artifacts/notebook/lab03/{name}.dll"];
        var torchSharp = AssemblyName.GetAssemblyName(Notebook("TorchSharp")).Version;
        foreach (var name in new[] { "CourseLabs.Checks", "CourseLabs.Exercises", "CourseLabs.Tensors" })
        {
            using var assembly = AssemblyDefinition.ReadAssembly(Notebook(name));
            Assert.Equal(torchSharp, assembly.MainModule.AssemblyReferences.Single(r => r.Name == "TorchSharp").Version);
        }

        var file = folder["labs/lab03/Tasks.cs"];
        var text = File.ReadAllText(file);
        var at = text.IndexOf("throw new", text.IndexOf("CentralDifference", StringComparison.Ordinal), StringComparison.Ordinal);
        File.WriteAllText(file, text[..at] + "return (f(x + h) - f(x - h)) / (2 * h); // " + text[at..]);
        (code, said) = Dotnet("run", "--project", "lab03", "--no-build", "--", "--task", "3.2", "--lang", "ko");
        Assert.True(code == 0, said);
        Assert.Contains("통과", said, StringComparison.Ordinal);

        (code, said) = Dotnet("test");
        Assert.NotEqual(0, code);
        Assert.Contains($"total: {tasks}", said, StringComparison.Ordinal);
        Assert.Contains($"failed: {tasks - 1}", said, StringComparison.Ordinal);
        Assert.Contains("failed 3.9 One step of gradient descent", said, StringComparison.Ordinal);
    }

    private (int Code, string Said) Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder["labs"], RedirectStandardOutput = true, RedirectStandardError = true };
        // Of all that this machine has unpacked nothing is unpacked again, and nothing of a handout's stays in its cache.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        start.Environment["NUGET_FALLBACK_PACKAGES"] = cache;
        start.Environment["NUGET_PACKAGES"] = folder["cache"];
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal) || k is "MSBuildSDKsPath" or "MSBUILD_EXE_PATH").ToArray())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.Result);
    }

    [GeneratedRegex("not started$", RegexOptions.Multiline)]
    private static partial Regex NotStarted();
}
