using System.Text;

namespace CourseLabs.Notebooks.Tests;

public sealed class NotebookFileTests
{
    [Theory]
    [InlineData("", "X.ipynb is not a valid notebook")]
    [InlineData("{ \"cells\": [", "X.ipynb is not a valid notebook")]
    [InlineData("[1, 2]", "not a Jupyter notebook of format 4")]
    [InlineData("null", "not a Jupyter notebook of format 4")]
    [InlineData("{\"nbformat\":4}", "not a Jupyter notebook of format 4")]
    [InlineData("{\"nbformat\":3,\"cells\":[]}", "not a Jupyter notebook of format 4")]
    [InlineData("{\"nbformat\":\"4\",\"cells\":[]}", "X.ipynb is not a valid notebook")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[7]}", "X.ipynb is not a valid notebook")]
    [InlineData("{\"nbformat\":4,\"metadata\":[],\"cells\":[]}", "X.ipynb is not a valid notebook")]
    [InlineData("{\n\n\"nbformat\":NaN}", "X.ipynb is not a valid notebook: line 3: 'N' is an invalid start of a value.")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"code\",\"source\":5}]}", "the source of cell 1 is no text")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"metadata\":{\"language_info\":{\"name\":\"python\"}}}", "X.ipynb is for python; only C#")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"metadata\":{\"kernelspec\":{\"name\":\"python3\",\"language\":\"python\"}}}", "the kernel python3")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"metadata\":{\"kernelspec\":{\"name\":\".net-fsharp\",\"language\":\"F#\"}}}", "the kernel .net-fsharp")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"metadata\":{\"polyglot_notebook\":{\"kernelName\":\"fsharp\"}}}]}", "a cell of the kernel fsharp")]
    public void What_cannot_be_run_is_named_in_a_sentence(string json, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => NotebookFile.Parse(json, "X.ipynb")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_changes_nothing_and_another_encoding_is_told()
    {
        const string json = """{"nbformat":4,"metadata":{},"cells":[{"cell_type":"code","source":"\"한\"","outputs":[]}]}""";
        var path = Path.GetTempFileName();

        File.WriteAllBytes(path, [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(json)]);
        Assert.Equal("\"한\"", Assert.Single(NotebookFile.Read(path).Code).Cell.Contents);
        Assert.All([Encoding.Latin1.GetBytes(json.Replace('한', 'é')), Encoding.Unicode.GetPreamble()], bytes =>
        {
            File.WriteAllBytes(path, bytes);
            Assert.Contains("is not in UTF-8", Assert.Throws<InvalidDataException>(() => NotebookFile.Read(path)).Message, StringComparison.Ordinal);
        });
        File.Delete(path);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"language_info\":{\"name\":\"polyglot-notebook\"}}")]
    [InlineData("{\"kernelspec\":{\"name\":\".net-csharp\",\"display_name\":\".NET (C#)\",\"language\":\"C#\"}}")]
    [InlineData("{\"language_info\":{\"name\":\"polyglot-notebook\"},\"kernelspec\":{\"name\":\".net-csharp\"}}")]
    public void CSharp_notebooks_of_every_tool_are_read(string metadata)
    {
        var json = $$"""{"nbformat":4,"nbformat_minor":5,"cells":[{"cell_type":"code","source":"1","outputs":[]}],"metadata":{{metadata}}}""";

        Assert.Equal("1", Assert.Single(NotebookFile.Parse(json, "X.ipynb").Code).Cell.Contents);
    }

    [Fact]
    public void What_other_tools_wrote_is_kept()
    {
        const string written = """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "attachments": {
                "x.png": {}
               },
               "id": "x",
               "metadata": {
                "their": [
                 1.50
                ]
               },
               "source": [
                "ε ≈ \"½\" <b>\n",
                "$x$"
               ]
              },
              {
               "cell_type": "raw",
               "id": "y",
               "metadata": {},
               "source": "as it is"
              }
             ],
             "metadata": {
              "more": null
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;

        Assert.Equal(written.ReplaceLineEndings("\n"), NotebookFile.Parse(written, "X.ipynb").ToJson());
    }
}
