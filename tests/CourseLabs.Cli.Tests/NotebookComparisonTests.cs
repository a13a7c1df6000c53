using CourseLabs.Cli.Output;
using CourseLabs.Notebooks;

namespace CourseLabs.Cli.Tests;

public sealed class NotebookComparisonTests
{
    [Theory]
    [InlineData("loss: 0.5000", "loss: 0.5000")]
    [InlineData("loss: 0.50001 in conv2", "loss: 0.50002 in conv2")]
    [InlineData("epoch 10:    99.9999", "epoch 10:   100.0000")]
    [InlineData("1e999 and -1e999", "1e999 and -1e999")] // infinite as doubles
    [InlineData("1e-9 and -3.2E-07", "0 and 0")]
    [InlineData("<img width=\"1\" alt=\"loss\" src=\"data:image/png;base64,AB+/=\" />", "<img width=\"2\" alt=\"loss\" src=\"data:image/png;base64,C\" />")]
    public void These_are_the_same(string kept, string now) => Assert.Empty(Differences(kept, now));

    [Theory]
    [InlineData("loss: 0.50", "loss: 0.51")]
    [InlineData("loss: 0.5", "loss: -0.5")]
    [InlineData("loss: 0.5", "Loss: 0.5")]
    [InlineData("loss: 0.5", "loss: 0.5 0.5")]
    [InlineData("conv1", "conv2")]
    [InlineData("loss: 0.5", "loss: NaN")]
    [InlineData("1e999", "-1e999")]
    [InlineData("one\ntwo", "one")]
    [InlineData("match: yes", "match: no")]
    [InlineData("<img alt=\"loss\" src=\"data:a\" />", "<img alt=\"fit\" src=\"data:a\" />")]
    [InlineData("<img alt=\"loss\" src=\"data:a\" />", "")]
    public void These_differ(string kept, string now) => Assert.Single(Differences(kept, now));

    [Theory]
    [InlineData("loss: 0.5", "loss: 700", true)]
    [InlineData("loss: 0.5", "Loss: 0.5", false)]
    [InlineData("loss: 0.5", "loss: NaN", false)]
    public void Where_numbers_vary_texts_still_count(string kept, string now, bool same) =>
        Assert.Equal(same, !Differences(kept, now, """ "tags":["numbers-vary"] """).Any());

    [Theory]
    [InlineData("2", "\"number_2\" is now \"number_1\"")]
    [InlineData("null", "\"number_0\" is now \"number_1\"")]
    public void A_cell_must_have_been_run_in_its_turn(string count, string says) =>
        Assert.Contains(says, Assert.Single(new NotebookComparison(1e-4).Differences(Of("x", "", count), Of("x", "", "1"))), StringComparison.Ordinal);

    [Fact]
    public void A_text_and_the_list_of_its_lines_are_the_same() =>
        Assert.Empty(new NotebookComparison(1e-4).Differences(OfJson("[\"one\\n\", \"two\"]", ""), Of("one\ntwo", "")));

    private static IEnumerable<string> Differences(string kept, string now, string metadata = "") =>
        new NotebookComparison(1e-4).Differences(Of(kept, metadata), Of(now, metadata));

    private static NotebookFile Of(string text, string metadata, string count = "1") =>
        OfJson(System.Text.Json.JsonSerializer.Serialize(text), metadata, count);

    private static NotebookFile OfJson(string json, string metadata, string count = "1") =>
        NotebookFile.Parse(
            $$$"""
            {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","id":"a","metadata":{ {{{metadata}}} },"execution_count":{{{count}}},"source":"1",
             "outputs":[{"output_type":"display_data","metadata":{},"data":{"text/html": {{{json}}} }}]}]}
            """,
            "X.ipynb");
}
