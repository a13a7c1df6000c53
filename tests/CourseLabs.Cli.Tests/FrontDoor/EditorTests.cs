using System.Text.Json;
using CourseLabs.Plots;
using CourseLabs.Tests;

namespace CourseLabs.Cli.Tests.FrontDoor;

/// <summary>What VS Code and a dev container are told: the commands run, the programs are built, and a handout says the same.</summary>
public sealed class EditorTests
{
    private static readonly JsonElement Tasks = Read(".vscode/tasks.json").GetProperty("tasks"),
        Launches = Read(".vscode/launch.json").GetProperty("configurations"),
        Container = Read(".devcontainer/devcontainer.json");

    public static TheoryData<string> Labels => [.. Tasks.EnumerateArray().Select(t => Text(t, "label"))];

    public static TheoryData<string> Names => [.. Launches.EnumerateArray().Select(l => Text(l, "name"))];

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_task_runs(string label)
    {
        var task = Tasks.EnumerateArray().Single(t => Text(t, "label") == label);

        Assert.Equal("process", Text(task, "type"));
        Works(new NamedCommand([Text(task, "command"), .. Words(task, label)]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_program_to_debug_is_built_by_its_task_and_runs(string name)
    {
        var launch = Launches.EnumerateArray().Single(l => Text(l, "name") == name);

        Assert.Contains(Text(launch, "preLaunchTask"), Labels.Select(row => row.Data));
        Assert.Equal("${workspaceFolder}", Text(launch, "cwd"));
        var program = Text(launch, "program").Replace("${workspaceFolder}", Checkout.Root, StringComparison.Ordinal);
        Assert.True(File.Exists(program), $"There is no {program}.");
        Works(new NamedCommand(["./labs.sh", .. Words(launch, name)]));
    }

    [Fact]
    public void Both_recommend_the_extensions_of_a_handout()
    {
        var ours = Strings(Read(".vscode/extensions.json").GetProperty("recommendations"));

        Assert.Equal(Strings(Parse(NamedCommand.Handout(".vscode/extensions.json.txt")).GetProperty("recommendations")), ours);
        Assert.Equal(ours, Strings(Container.GetProperty("customizations").GetProperty("vscode").GetProperty("extensions")));
    }

    [Fact]
    public void The_dev_container_is_a_handouts_with_fonts_sandbox_and_kernel()
    {
        var handout = Parse(NamedCommand.Handout(".devcontainer/devcontainer.json.txt"));

        Assert.Equal(Text(handout, "image"), Text(Container, "image"));
        Assert.True(JsonElement.DeepEquals(handout.GetProperty("features"), Container.GetProperty("features")));
        var installed = Text(Container, "onCreateCommand").Split(' ');
        Assert.Contains(Fonts.Cure.Split(' ')[3], installed);
        Assert.Contains("bubblewrap", installed);
        var steps = Text(Container, "postCreateCommand").Split(" && ");
        Assert.Contains("./labs.sh kernel install", steps);
        Assert.All(steps, step => new NamedCommand(step).AssertIsRight());
    }

    private static void Works(NamedCommand command)
    {
        command.AssertIsRight();
        if (command.Quick is { } quick)
            LabsRun.Says(ExitCode.Ok, quick);
    }

    // With a file open: an exercise's, or an example's.
    private static string[] Words(JsonElement of, string name)
    {
        var file = name.Contains("exercise", StringComparison.Ordinal)
            ? "03-backpropagation/exercise/Tasks.cs"
            : "02-computational-graphs/Gates.cs";
        string[] open = [Checkout.Root, "labs", .. file.Split('/')];
        return [.. Strings(of.GetProperty("args")).Select(word => word
            .Replace("${file}", Path.Combine(open), StringComparison.Ordinal)
            .Replace("${fileDirnameBasename}", open[^2], StringComparison.Ordinal))];
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];

    private static JsonElement Read(string path) => Parse(File.ReadAllText(Path.Combine(Checkout.Root, path)));

    // JSON with comments, as VS Code and dev containers read it.
    private static JsonElement Parse(string json) =>
        JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip }).RootElement;
}
