using CourseLabs.Notebooks.Format;

namespace CourseLabs.Notebooks.Tests.Format;

public sealed class NotebookTests
{
    [Theory]
    [InlineData("", "X.ipynb is not JSON")]
    [InlineData("{ \"cells\": [", "X.ipynb is not JSON")]
    [InlineData("[1, 2]", "not a Jupyter notebook of format 4")]
    [InlineData("null", "not a Jupyter notebook of format 4")]
    [InlineData("{\"nbformat\":4}", "not a Jupyter notebook of format 4")]
    [InlineData("{\"nbformat\":3,\"cells\":[]}", "has notebook format 3")]
    [InlineData("{\"nbformat\":4,\"cells\":[]}", "X.ipynb has no \"metadata\"")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[7]}", "cell 1 is no object")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"code\"}]}", "cell 1 has no text as its \"source\"")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"picture\",\"source\":\"\"}]}", "cell 1 is neither code nor markdown nor raw")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"metadata\":{\"kernelspec\":{\"name\":\"python3\",\"language\":\"python\"}}}", "is for the kernel python3 (language python)")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"metadata\":{\"kernelspec\":{\"name\":\".net-fsharp\",\"language\":\"F#\"}}}", "is for the kernel .net-fsharp")]
    [InlineData("{\"nbformat\":4,\"cells\":[],\"metadata\":{\"language_info\":{\"name\":\"julia\"}}}", "language julia")]
    [InlineData("{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"metadata\":{\"polyglot_notebook\":{\"kernelName\":\"fsharp\"}}}]}", "Cell 1 of X.ipynb is fsharp")]
    public void What_cannot_be_run_is_named_in_a_sentence(string json, string says) =>
        Assert.Contains(says, Assert.Throws<NotebookException>(() => Notebook.Parse(json, "X.ipynb")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"kernelspec\":{\"name\":\".net-csharp\",\"display_name\":\".NET (C#)\",\"language\":\"C#\"}}")]
    [InlineData("{\"language_info\":{\"name\":\"polyglot-notebook\"},\"kernelspec\":{\"name\":\".net-csharp\"}}")]
    public void CSharp_notebooks_of_every_tool_are_read(string metadata) =>
        Assert.Empty(Notebook.Parse($$"""{"nbformat":4,"nbformat_minor":5,"cells":[],"metadata":{{metadata}}}""", "X.ipynb").Cells);

    [Fact]
    public void What_other_tools_wrote_is_kept()
    {
        const string written = """
            {
             "cells": [
              {
               "cell_type": "markdown",
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
              }
             ],
             "metadata": {
              "more": null
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;

        Assert.Equal(written.ReplaceLineEndings("\n"), Notebook.Parse(written, "X.ipynb").ToJson());
    }
}
