using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseLabs.Notebooks.Kernel;
using Xunit;

namespace CourseLabs.Notebooks.Tests.Kernel;

/// <summary>Jupyter's own clients (Peers/client.py) beside the kernel as it is installed.</summary>
public sealed class JupyterClient : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("courselabs-").FullName;
    private readonly Process process;

    public JupyterClient()
    {
        string spec = Path.Combine(data, "kernels", KernelSpec.Name, "kernel.json");
        Directory.CreateDirectory(Path.GetDirectoryName(spec)!);
        File.WriteAllText(spec, KernelSpec.ToJson());
        process = Process.Start(new ProcessStartInfo(JupyterFactAttribute.Python, ["-W", "ignore", Path.Combine(AppContext.BaseDirectory, "Kernel", "Peers", "client.py")])
        {
            WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "checkout", "notebooks"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["JUPYTER_DATA_DIR"] = data, ["JUPYTER_RUNTIME_DIR"] = data, ["JUPYTER_PATH"] = "", ["IPYTHONDIR"] = data },
        })!;
    }

    /// <summary>Has the clients do one thing.</summary>
    public JsonNode? Do(string what, object[]? arguments = null, object? options = null)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(new { @do = what, with = arguments ?? [], options = options ?? new { } }));
        string? line = process.StandardOutput.ReadLine();
        Assert.True(line is not null, $"The clients ended at \"{what}\".");
        JsonNode answer = JsonNode.Parse(line)!;
        Assert.True(answer["failed"] is null, $"{what}: {answer["failed"]}");
        return answer["answer"];
    }

    /// <summary>Runs cells that are sent at once.</summary>
    public Told Execute(string[] codes, object? options = null) => new(Do("execute", [codes], options)!);

    /// <summary>Runs a cell.</summary>
    public Told Execute(string code, object? options = null) => Execute([code], options);

    /// <summary>Ends the clients without a word to the kernel.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
            process.StandardInput.Close();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }
}

/// <summary>What a client was told of its cells.</summary>
public sealed class Told(JsonNode told)
{
    /// <summary>The answers to the requests.</summary>
    public JsonArray Replies => told["replies"]!.AsArray();

    /// <summary>The answer to the only request.</summary>
    public JsonNode Reply => Assert.Single(Replies)!;

    /// <summary>What all clients were told, each as a short text.</summary>
    public string[] Outputs => Texts(told["outputs"]!);

    /// <summary>Outputs, each as a short text.</summary>
    public static string[] Texts(JsonNode outputs) =>
        [.. outputs.AsArray().Select(o => Text((string)o![0]!, o[1]!))];

    private static string Text(string type, JsonNode content) => type switch
    {
        "stream" => $"{content["name"]}: {content["text"]}",
        "execute_input" => $"in {content["execution_count"]}",
        "execute_result" => $"out {content["execution_count"]}: {content["data"]!["text/plain"]}",
        "display_data" => $"shown: {string.Join(" ", content["data"]!.AsObject().Select(d => $"{d.Key} {d.Value}"))}",
        "error" => $"{content["ename"]}: {content["evalue"]}",
        _ => type,
    };
}
