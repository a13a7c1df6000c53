using CourseLabs.Notebooks.Format;

namespace CourseLabs.Notebooks.Tests.Format;

/// <summary>What the runner writes is valid nbformat 4.5, and the validator that says so finds what is not.</summary>
public sealed class SchemaTests
{
    private const string Code = """{"cell_type":"code","id":"a","metadata":{},"execution_count":null,"outputs":[],"source":"1"}""";

    [Fact]
    public void A_valid_notebook_has_no_faults() => Assert.Empty(Schema.OfNotebooks.Faults(Document(Code)));

    [Theory]
    [InlineData("\"id\":\"a\"", "\"id\":\"a b\"")]
    [InlineData("\"id\":\"a\",", "")]
    [InlineData("\"cell_type\":\"code\"", "\"cell_type\":\"cod\"")]
    [InlineData("\"source\":\"1\"", "\"source\":1")]
    [InlineData("\"source\":\"1\"", "\"source\":[1]")]
    [InlineData("\"outputs\":[],", "")]
    [InlineData("\"outputs\":[]", "\"outputs\":[{\"output_type\":\"stream\",\"name\":\"stdout\"}]")]
    [InlineData("\"execution_count\":null", "\"execution_count\":-1")]
    [InlineData("\"execution_count\":null", "\"execution_count\":\"1\"")]
    [InlineData("\"metadata\":{}", "\"metadata\":{\"tags\":[\"a\",\"a\"]}")]
    [InlineData("\"metadata\":{}", "\"more\":1,\"metadata\":{}")]
    public void The_validator_finds(string right, string wrong) =>
        Assert.NotEmpty(Schema.OfNotebooks.Faults(Document(Code.Replace(right, wrong, StringComparison.Ordinal))));

    [Fact]
    public void What_older_or_careless_tools_wrote_is_put_right()
    {
        string notebook = $$"""{"cells":[{{Code.Replace("\"id\":\"a\",", "", StringComparison.Ordinal)}},{{Code}},{{Code}}],"metadata":{},"nbformat":4,"nbformat_minor":2}""";

        string written = Notebook.Parse(notebook, "old.ipynb").ToJson();

        Assert.Empty(Schema.OfNotebooks.Faults(written));
        Assert.Equal(written, Notebook.Parse(written, "new.ipynb").ToJson());
    }

    private static string Document(string cell) => $$"""{"cells":[{{cell}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
}
