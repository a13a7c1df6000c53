using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;
using Xunit;

namespace CourseLabs.Notebooks.Tests.Kernel;

/// <summary>One kernel, used by Jupyter's clients without harm to it.</summary>
public sealed class LiveKernelTests(LiveKernelTests.Started started) : IClassFixture<LiveKernelTests.Started>
{
    private JupyterClient Client => started.Client.Value;

    [JupyterFact]
    public void It_says_what_it_is() => Assert.Equal(("5.3", "C#", ".cs"), Of(started.Info, "protocol_version", "language_info.name", "language_info.file_extension"));

    [JupyterFact]
    public void Output_display_and_result_come_in_order_and_state_stays()
    {
        Told first = Client.Execute("int kept = 20;\nConsole.WriteLine(\"é😀\"); display(new[] { 1, 2 }); Console.Error.WriteLine(\"e\");\nkept + 1");
        int count = (int)first.Reply["execution_count"]!;

        Assert.Equal("ok", (string?)first.Reply["status"]);
        Assert.Equal([$"in {count}", "stdout: é😀\n", "shown: text/plain [1, 2]", "stderr: e\n", $"out {count}: 21"], first.Outputs);
        Assert.Equal([$"in {count + 1}", $"out {count + 1}: 40"], Client.Execute("kept * 2").Outputs);
    }

    [JupyterFact]
    public void Silent_cells_show_nothing_and_those_outside_the_history_count_for_nothing()
    {
        int count = (int)Client.Execute("1").Reply["execution_count"]!;

        Told silent = Client.Execute("Console.WriteLine(1); var silently = 5; silently", new { silent = true });
        Assert.Empty(silent.Outputs);
        Assert.Equal(("ok", count), ((string?)silent.Reply["status"], (int)silent.Reply["execution_count"]!));
        Assert.Equal([$"in {count}", $"out {count}: 5"], Client.Execute("silently", new { store_history = false }).Outputs);
        Assert.Equal([$"in {count + 1}"], Client.Execute("").Outputs);
    }

    [JupyterFact]
    public void An_error_names_the_line_and_voids_what_was_sent_behind_it()
    {
        Told told = Client.Execute(["int before = 1;\n\nthrow new FormatException(\"why\");", "2", "3"]);
        Assert.Equal(["error", "aborted", "aborted"], told.Replies.Select(r => (string?)r!["status"]));
        JsonNode error = told.Replies[0]!;
        Assert.Equal(("FormatException", "why"), ((string?)error["ename"], (string?)error["evalue"]));
        Assert.Contains("line 3: throw new FormatException(\"why\");", error["traceback"]!.AsArray().Select(l => (string?)l));
        Assert.Equal("FormatException: why", told.Outputs[^1]);

        Told on = Client.Execute(["missing", "before + 1"], new { stop_on_error = false });
        Assert.Equal(["error", "ok"], on.Replies.Select(r => (string?)r!["status"]));
        Assert.Equal("CS0103", (string?)on.Replies[0]!["ename"]);
        Assert.EndsWith(": 2", on.Outputs[^1], StringComparison.Ordinal);
    }

    [JupyterFact]
    public void Completion_knows_what_cells_declared_members_and_keywords()
    {
        Client.Execute("record Layer(int Width) { public static int Made; public int Depth() => 1; } var layer = new Layer(3);");

        Assert.Equal(["layer", "Layer"], Completed("var s = \"😀\"; lay", 16, 13, 16)[..2]);
        Assert.Equal(["Deconstruct", "Depth"], Completed("layer.De", 8, 6, 8));
        Assert.Equal(["Width"], Completed("layer.Wi + 1", 7, 6, 8));
        Assert.Equal(["Made"], Completed("Layer.M", 7, 6, 7));
        Assert.Contains("Select", Completed("\"text\"\n  .Sel", 13, 10, 13));
        Assert.Contains("Stopwatch", Completed("using System; System.Diagnostics.Sto", 36, 33, 36));
        Assert.Equal(["foreach"], Completed("fore", 4, 0, 4));
        Assert.Empty(Completed("\"lay", 4, 4, 4));
        Assert.Empty(Completed("// lay", 6, 6, 6));
    }

    [JupyterFact]
    public void Inspection_shows_signature_and_documentation()
    {
        Client.Execute("#r \"../artifacts/notebook/CourseLabs.Labs.dll\"\nusing CourseLabs.Backprop.Activations;\nstring Twice(int n) => $\"{n}{n}\";");

        Assert.Equal("string Twice(int n)", Inspected("Twice(2)", 2));
        Assert.Contains("class Logistic\n", Inspected("new Logistic()", 8), StringComparison.Ordinal);
        Assert.Contains("\n\nvoid Console.WriteLine(bool value)\n\n", Inspected("Console.WriteLine", 17), StringComparison.Ordinal);
        Assert.Null(Inspected("1 + 1", 2));
    }

    [JupyterFact]
    public void It_tells_whether_a_cell_is_complete_and_has_no_history_or_comms()
    {
        Assert.Equal(["incomplete", "complete", "invalid"], new[] { "if (true) {", "1 + 1", "1 1" }.Select(c => (string?)Client.Do("ask", ["is_complete", c])!["status"]));
        Assert.Empty(Client.Do("ask", ["history"])!["history"]!.AsArray());
        Assert.Empty(Client.Do("ask", ["comm_info"])!["comms"]!.AsObject());
    }

    [JupyterFact]
    public void Large_outputs_arrive_whole()
    {
        Told told = Client.Execute("for (int i = 0; i < 100_000; i++) Console.WriteLine(i);\ndisplay(new string('x', 5_000_000));");

        string printed = string.Concat(told.Outputs.Where(o => o.StartsWith("stdout: ", StringComparison.Ordinal)).Select(o => o["stdout: ".Length..]));
        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")), printed);
        Assert.Equal("shown: text/plain ".Length + 5_000_000, told.Outputs[^1].Length);
    }

    [JupyterFact]
    public void Threads_write_during_a_cell_and_after_it()
    {
        Told told = Client.Execute("""
            var threads = Enumerable.Range(0, 4).Select(n => new System.Threading.Thread(() => { for (int i = 0; i < 100; i++) Console.WriteLine($"{n}-{i}"); })).ToArray();
            foreach (var t in threads) t.Start();
            foreach (var t in threads) t.Join();
            """);
        string[] lines = string.Concat(told.Outputs.Where(o => o.StartsWith("stdout: ", StringComparison.Ordinal)).Select(o => o["stdout: ".Length..])).TrimEnd().Split('\n');
        Assert.Equal(400, lines.Distinct().Count());
        Assert.All(lines, l => Assert.Matches("^[0-3]-[0-9]+$", l));

        string sign = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()); // that the cell is done
        Client.Execute($$"""new System.Threading.Thread(() => { while (!System.IO.File.Exists(@"{{sign}}")) System.Threading.Thread.Sleep(20); Console.Write("late"); }).Start();""");
        File.WriteAllText(sign, "");
        Assert.Contains("late", (string?)Client.Do("late", ["late"]), StringComparison.Ordinal);
        File.Delete(sign);
    }

    [JupyterFact]
    public void Two_clients_share_the_state_and_an_error_of_one_voids_nothing_of_the_other()
    {
        JsonNode told = Client.Do("both", [new[] { "int shared = 6; throw new Exception(\"mine\");", "1 + 1" }, "shared + 1"])!;

        Assert.Equal(["error", "ok"], told["replies"]!.AsArray().Select(r => (string?)r!["status"]));
        Assert.Equal("Exception: mine", Told.Texts(told["outputs"]![0]!)[^1]);
        Assert.EndsWith(": 2", Told.Texts(told["outputs"]![1]!)[^1], StringComparison.Ordinal);
        Assert.EndsWith(": 7", Told.Texts(told["outputs"]![2]!)[^1], StringComparison.Ordinal);
    }

    [JupyterFact]
    public void Another_key_gets_no_answer_and_runs_nothing()
    {
        Client.Execute("int safe = 1;");

        Assert.False((bool)Client.Do("forge", ["safe = 2;"])!);
        Assert.EndsWith(": 1", Client.Execute("safe").Outputs[^1], StringComparison.Ordinal);
    }

    [JupyterFact]
    public void It_listens_on_this_machine_alone_and_its_heart_beats()
    {
        int[] ports = [.. Client.Do("ports")!.AsArray().Select(p => (int)p!)];
        IPEndPoint[] listening = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(e => ports.Contains(e.Port))];

        Assert.Equal(5, listening.Length);
        Assert.All(listening, e => Assert.True(IPAddress.IsLoopback(e.Address)));
        Assert.True((bool)Client.Do("beating")!);
    }

    private string[] Completed(string code, int cursor, int start, int end)
    {
        JsonNode told = Client.Do("ask", ["complete", code, cursor])!;
        Assert.Equal((start, end), ((int)told["cursor_start"]!, (int)told["cursor_end"]!));
        return [.. told["matches"]!.AsArray().Select(m => (string)m!)];
    }

    private string? Inspected(string code, int cursor)
    {
        JsonNode told = Client.Do("ask", ["inspect", code, cursor])!;
        Assert.Equal("ok", (string?)told["status"]);
        return (bool)told["found"]! ? (string?)told["data"]!["text/plain"] : null;
    }

    private static (string?, string?, string?) Of(JsonNode node, string first, string second, string third) => (At(node, first), At(node, second), At(node, third));

    private static string? At(JsonNode node, string path) => (string?)path.Split('.').Aggregate(node, (at, name) => at[name]!);

    /// <summary>Starts the kernel when the first test asks for it: not where all are skipped.</summary>
    public sealed class Started : IDisposable
    {
        public Started() => Client = new(() =>
        {
            var client = new JupyterClient();
            info = client.Do("start");
            return client;
        });

        private JsonNode? info;

        public Lazy<JupyterClient> Client { get; }

        public JsonNode Info => Client.Value is not null ? info! : throw new InvalidOperationException();

        public void Dispose()
        {
            if (Client.IsValueCreated)
                Client.Value.Dispose();
        }
    }
}
