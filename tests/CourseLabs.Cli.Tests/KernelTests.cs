using System.Text.Json.Nodes;
using CourseLabs.Cli.Health;

namespace CourseLabs.Cli.Tests;

/// <summary><c>labs kernel install|uninstall</c>: what it leaves in Jupyter's data folder, and what it leaves alone.</summary>
public sealed class KernelTests : IDisposable
{
    private static readonly string[] Variables = ["JUPYTER_DATA_DIR", "JUPYTER_PATH"];

    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;
    private readonly string?[] kept = [.. Variables.Select(Environment.GetEnvironmentVariable)];

    public KernelTests()
    {
        Environment.SetEnvironmentVariable("JUPYTER_DATA_DIR", folder);
        Environment.SetEnvironmentVariable("JUPYTER_PATH", null);
    }

    private string Spec => Path.Combine(folder, "kernels", ".net-csharp", "kernel.json");

    public void Dispose()
    {
        foreach ((var variable, var value) in Variables.Zip(kept))
            Environment.SetEnvironmentVariable(variable, value);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void It_is_installed_for_this_machine_alone_and_uninstalled()
    {
        LabsRun.Says(ExitCode.Ok, "kernel install", ".NET (C#)", Spec);
        var spec = JsonNode.Parse(File.ReadAllText(Spec))!;
        string[] argv = [.. spec["argv"]!.AsArray().Select(a => (string)a!)];
        Assert.Equal(["dotnet", "tool", "run", "dotnet-interactive"], argv[..4]);
        Assert.Equal(["--http-local-only", "{connection_file}"], argv[^2..]);
        Assert.Equal("C#", (string?)spec["language"]);
        Assert.Contains(Spec, KernelSpecs.All());

        var first = File.ReadAllText(Spec);
        LabsRun.Says(ExitCode.Ok, "kernel install", Spec);
        Assert.Equal(first, File.ReadAllText(Spec));
        LabsRun.Says(ExitCode.Ok, "kernel uninstall", "no longer knows", Spec);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Spec)));
        LabsRun.Says(ExitCode.Ok, "kernel uninstall", "Nothing to do", Spec);
    }

    [Fact]
    public void What_NET_Interactives_own_set_up_left_open_is_closed_and_else_kept()
    {
        Write("""{"argv":["dotnet","interactive","jupyter","--default-kernel","csharp","{connection_file}"],"display_name":"mine","metadata":{"a":1}}""");
        Assert.Equal(["--http-local-only", "DOTNET_gcConcurrent=0"], KernelSpecs.Lacking(Spec));

        LabsRun.Says(ExitCode.Ok, "kernel install", "added --http-local-only and DOTNET_gcConcurrent=0");

        var spec = JsonNode.Parse(File.ReadAllText(Spec))!;
        Assert.Empty(KernelSpecs.Lacking(Spec));
        Assert.Equal("0", (string?)spec["env"]!["DOTNET_gcConcurrent"]);
        Assert.Equal("dotnet interactive jupyter --default-kernel csharp --http-local-only {connection_file}", string.Join(' ', spec["argv"]!.AsArray()));
        Assert.Equal(("mine", 1), ((string?)spec["display_name"], (int?)spec["metadata"]!["a"]));
    }

    [Theory]
    [InlineData("", "DOTNET_gcConcurrent=0", """{"DOTNET_gcConcurrent":"0"}""")]
    [InlineData(""","env":{"A":"b"}""", "DOTNET_gcConcurrent=0", """{"A":"b","DOTNET_gcConcurrent":"0"}""")]
    [InlineData(""","env":null""", "DOTNET_gcConcurrent=0", """{"DOTNET_gcConcurrent":"0"}""")]
    [InlineData(""","env":{"DOTNET_gcConcurrent":"1"}""", "", """{"DOTNET_gcConcurrent":"1"}""")] // somebody's own choice
    public void A_kernel_of_this_machine_alone_gets_the_variable_that_it_lacks(string env, string lacks, string then)
    {
        Write($$"""{"argv":["dotnet","--http-local-only","{connection_file}"]{{env}}}""");
        Assert.Equal(lacks, string.Join(' ', KernelSpecs.Lacking(Spec)));
        Assert.Equal(lacks.Length == 0, KernelCheckup.Spec(Spec).IsWell);

        LabsRun.Says(ExitCode.Ok, "kernel install", lacks.Length == 0 ? "" : $"added {lacks};");

        var spec = JsonNode.Parse(File.ReadAllText(Spec))!;
        Assert.Equal(then, spec["env"]!.ToJsonString());
        Assert.Equal("dotnet --http-local-only {connection_file}", string.Join(' ', spec["argv"]!.AsArray()));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"argv":[]}""")]
    [InlineData("""{"argv":"dotnet"}""")]
    [InlineData("""{"argv":["dotnet",1]}""")]
    [InlineData("""{"argv":["dotnet"],"env":"A=b"}""")]
    [InlineData("""{"argv":["dotnet"],"argv":["dotnet"]}""")]
    public void A_file_that_is_no_kernels_is_named_and_left_alone(string text)
    {
        Write(text);
        Assert.Equal($"delete {Spec}, then labs kernel install", KernelCheckup.Spec(Spec).Cure);

        LabsRun.Says(ExitCode.WrongUse, "kernel install", "is not the JSON that tells Jupyter of a kernel", Spec);

        Assert.Equal(text, File.ReadAllText(Spec));
    }

    [Fact]
    public void A_kernel_in_a_folder_that_Jupyter_looks_in_first_is_found_first()
    {
        var other = Path.Combine(folder, "other");
        Environment.SetEnvironmentVariable("JUPYTER_PATH", string.Join(Path.PathSeparator, Path.Combine(folder, "empty"), other));
        Write("{}", Path.Combine(other, "kernels", ".net-fsharp", "kernel.json"));
        Write("{}");

        Assert.Equal([Path.Combine(other, "kernels", ".net-fsharp", "kernel.json"), Spec], KernelSpecs.All().Take(2));
    }

    [Fact]
    public void Alone_it_explains_itself() => LabsRun.Says(ExitCode.Ok, "kernel", "install", "uninstall");

    private void Write(string text, string? file = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file ?? Spec)!);
        File.WriteAllText(file ?? Spec, text);
    }
}
