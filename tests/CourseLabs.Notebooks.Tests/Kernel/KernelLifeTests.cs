using System.Diagnostics;
using System.Text.Json.Nodes;
using Xunit;

namespace CourseLabs.Notebooks.Tests.Kernel;

/// <summary>How Jupyter's clients stop, restart and end a kernel, and how nbclient runs a notebook by it.</summary>
public sealed class KernelLifeTests
{
    [JupyterFact]
    public void Interrupt_restart_and_shutdown_end_what_they_should()
    {
        using var client = new JupyterClient();
        client.Do("start");
        client.Execute("int kept = 1;");

        // With no cell running an interrupt costs nothing; with one, the cell and the state.
        Assert.Equal("ok", (string?)client.Do("interrupt")!["status"]);
        Assert.EndsWith(": 1", client.Execute("kept").Outputs[^1], StringComparison.Ordinal);
        Told told = client.Execute(["while (true) Console.WriteLine(1);", "2"], new { interrupt_at = "stream" });
        Assert.Equal(["error", "aborted"], told.Replies.Select(r => (string?)r!["status"]));
        Assert.Contains("run them again from the first", told.Outputs[^1], StringComparison.Ordinal);
        Assert.Equal("Interrupted", (string?)told.Replies[0]!["ename"]);
        Assert.Equal("CS0103", (string?)client.Execute("kept").Reply["ename"]);

        Told ended = client.Execute("Console.WriteLine(\"last\"); Environment.Exit(3);");
        Assert.Equal("ProcessEnded", (string?)ended.Reply["ename"]);
        Assert.Contains("stdout: last\n", ended.Outputs);
        Assert.EndsWith(": 3", client.Execute("1 + 2").Outputs[^1], StringComparison.Ordinal);

        Assert.True((bool)client.Do("restart")!);
        Assert.Equal(["in 1", "out 1: 4"], client.Execute("2 + 2").Outputs);
        JsonNode shut = client.Do("shutdown")!;
        Assert.Equal(("ok", false, false), ((string?)shut["content"]!["status"], (bool)shut["content"]!["restart"]!, (bool)shut["alive"]!));
    }

    [JupyterFact]
    public async Task It_does_not_outlive_the_Jupyter_that_started_it()
    {
        using var client = new JupyterClient();
        client.Do("start");
        using Process kernel = Process.GetProcessById((int)client.Do("pid")!);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        client.Kill();

        await kernel.WaitForExitAsync(limit.Token);
    }

    [JupyterFact]
    public void Nbclient_runs_a_notebook_in_its_folder_with_the_labs_that_r_names()
    {
        using var client = new JupyterClient();

        JsonNode ran = client.Do("notebook", [new[] { "#r \"../artifacts/notebook/CourseLabs.Labs.dll\"\nusing static TorchSharp.torch;\nusing static CourseLabs.Labs.Display.TensorView;", "display(Show(ones(2, 2)));\nConsole.WriteLine(1);\nones(2, 3).sum().item<float>()", "\nint.Parse(\"one\")" }])!;

        Assert.Equal("C#", (string?)ran["language"]);
        JsonNode outputs = ran["outputs"]![1]!;
        Assert.Equal(["display_data", "stream", "execute_result"], outputs.AsArray().Select(o => (string?)o!["output_type"]));
        Assert.Contains("<", (string?)outputs[0]!["data"]!["text/html"], StringComparison.Ordinal);
        Assert.Equal("6", (string?)outputs[2]!["data"]!["text/plain"]);

        JsonNode error = Assert.Single(ran["outputs"]![2]!.AsArray())!;
        Assert.Equal("FormatException", (string?)error["ename"]);
        Assert.Contains("line 2: int.Parse(\"one\")", error["traceback"]!.AsArray().Select(l => (string?)l));
    }
}
