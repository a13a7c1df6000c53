using System.Text.Json.Nodes;

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

    private string Spec => Path.Combine(folder, "kernels", "courselabs-csharp", "kernel.json");

    public void Dispose()
    {
        foreach ((string variable, string? value) in Variables.Zip(kept))
            Environment.SetEnvironmentVariable(variable, value);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void It_is_installed_replaced_and_uninstalled()
    {
        LabsRun.Says(ExitCode.Ok, "kernel install", "C# (CourseLabs)", Spec);
        JsonNode spec = JsonNode.Parse(File.ReadAllText(Spec))!;
        string[] argv = [.. spec["argv"]!.AsArray().Select(a => (string)a!)];
        Assert.True(File.Exists(argv[1]), argv[1]);
        Assert.Equal(["kernel", "{connection_file}"], argv[2..]);
        Assert.Equal(("C#", "message"), ((string?)spec["language"], (string?)spec["interrupt_mode"]));

        LabsRun.Says(ExitCode.Ok, "kernel install", Spec);
        LabsRun.Says(ExitCode.Ok, "kernel uninstall", "no longer knows", Spec);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Spec)));
        LabsRun.Says(ExitCode.Ok, "kernel uninstall", "Nothing to do", Spec);
    }

    [Theory]
    [InlineData("kernel install")]
    [InlineData("kernel uninstall")]
    public void A_file_of_another_origin_is_left_alone(string command)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Spec)!);
        foreach (string text in new[] { """{"argv":["python","-m","other"]}""", "[1]", "no JSON" })
        {
            File.WriteAllText(Spec, text);
            LabsRun.Says(ExitCode.WrongUse, command, "is not the labs' own", Spec);
            Assert.Equal(text, File.ReadAllText(Spec));
        }
    }

    [Fact]
    public void A_kernel_that_Jupyter_finds_first_is_told_of()
    {
        string other = Path.Combine(folder, "other");
        Environment.SetEnvironmentVariable("JUPYTER_PATH", string.Join(Path.PathSeparator, Path.Combine(folder, "empty"), other));
        Directory.CreateDirectory(Path.Combine(other, "kernels", "courselabs-csharp"));
        File.WriteAllText(Path.Combine(other, "kernels", "courselabs-csharp", "kernel.json"), "{}");

        LabsRun.Says(ExitCode.Ok, "kernel install", "Jupyter looks in JUPYTER_PATH first", other);
    }

    [Fact]
    public void Alone_it_explains_itself() => LabsRun.Says(ExitCode.Ok, "kernel", "install", "uninstall");
}
