using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Tests;

public sealed class JsonTests
{
    private static Example Values { get; } = FakeExample.Of(
        "B2",
        "values",
        Figure.Of("list", new[] { 1, 0.1, double.NaN }),
        Figure.Of("text", "2x3 \"and\" <more>"),
        Figure.Of("huge", double.NegativeInfinity),
        Figure.Of("float", 0.1f));

    [Fact]
    public void Json_is_one_document_of_the_agreed_shape()
    {
        using var run = LabsRun.Of("run A1 --json --seed 7", FakeExample.Of("A1", "area", Fakes.Right));

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal(["examples"], Keys(run.Json));
        Assert.Equal(["id", "name", "seed", "seconds", "figures"], Keys(run.Example(0)));
        Assert.Equal("A1", run.Example(0).GetProperty("id").GetString());
        Assert.Equal("area", run.Example(0).GetProperty("name").GetString());
        Assert.Equal(7, run.Example(0).GetProperty("seed").GetInt64());
        Assert.True(run.Example(0).GetProperty("seconds").GetDouble() >= 0);
        Assert.Equal(
            """{"name":"area","expected":3.14,"actual":3.1415,"tolerance":0.005,"match":true,"source":"mathematics"}""",
            run.Example(0).GetProperty("figures")[0].GetRawText());
    }

    [Fact]
    public void Nothing_to_compare_with_is_null()
    {
        using var run = LabsRun.Of("run A1 --json", FakeExample.Of("A1", "area", Figure.Of("area", 2)));

        Assert.Equal(
            """{"name":"area","expected":null,"actual":2,"tolerance":null,"match":null,"source":null}""",
            run.Example(0).GetProperty("figures")[0].GetRawText());
    }

    [Fact]
    public void Numbers_lists_texts_and_numbers_without_a_json_word_survive()
    {
        using var run = LabsRun.Of("run --json", Values);

        string[] actual = [.. run.Example(0).GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("actual").GetRawText())];
        Assert.Equal(["""[1,0.1,"NaN"]""", """
            "2x3 \"and\" <more>"
            """, "\"-Infinity\"", "0.10000000149011612"], actual);
        Assert.Equal(0.1f, (float)run.Example(0).GetProperty("figures")[3].GetProperty("actual").GetDouble());
    }

    [Fact]
    public void Everything_else_goes_to_standard_error()
    {
        using var run = LabsRun.Of("run --json", Fakes.WithFiles, Fakes.WithProgress);

        Assert.Equal(2, run.Json.GetProperty("examples").GetArrayLength());
        Assert.Contains("epoch 100  loss 0.25", run.Error, StringComparison.Ordinal);
        Assert.Contains("[784x100]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_holds_what_the_document_holds()
    {
        using var run = LabsRun.Of("run --json", Values);

        var file = JsonDocument.Parse(run.File("values", "figures.json")).RootElement;
        Assert.Equal(Compact(run.Example(0)), Compact(file));
    }

    // The locale need not be installed: .NET takes its encoding from the name.
    [Fact]
    public async Task Korean_is_written_in_UTF_8_whatever_the_machines_own_encoding()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "labs.dll"), "explain", "A8"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["LC_ALL"] = "en_US.ISO-8859-1" },
        };

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();

        Assert.Contains("퍼셉트론의 학습과정", said, StringComparison.Ordinal);
        Assert.False(said.StartsWith('\uFEFF'));
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
