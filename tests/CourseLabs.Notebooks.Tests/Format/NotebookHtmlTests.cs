using CourseLabs.Notebooks.Format;

namespace CourseLabs.Notebooks.Tests.Format;

public sealed class NotebookHtmlTests
{
    [Theory]
    [InlineData("""{"cell_type":"markdown","source":"# Lab\n\n$x^2$ | $$y$$"}""", "<h1>Lab</h1>", "<span class=\"math\">\\(x^2\\)</span>")]
    [InlineData("""{"cell_type":"code","source":"a < b"}""", "<pre class=\"code\">a &lt; b</pre>")]
    [InlineData("""{"cell_type":"raw","source":"<i>"}""", "<pre class=\"raw\">&lt;i&gt;</pre>")]
    [InlineData("""{"cell_type":"code","source":"","outputs":[{"output_type":"stream","name":"stderr","text":["<1>\n","2"]}]}""", "<pre class=\"stderr\">&lt;1&gt;\n2</pre>")]
    [InlineData("""{"cell_type":"code","source":"","outputs":[{"output_type":"error","traceback":["A: <b>","at c"]}]}""", "<pre class=\"error\">A: &lt;b&gt;\nat c</pre>")]
    [InlineData("""{"cell_type":"code","source":"","outputs":[{"output_type":"display_data","data":{"text/plain":"no","text/html":["<svg>","</svg>"]}}]}""", "<div><svg></svg></div>")]
    [InlineData("""{"cell_type":"code","source":"","outputs":[{"output_type":"execute_result","data":{"text/plain":"1 < 2"}}]}""", "<pre class=\"text\">1 &lt; 2</pre>")]
    public void Every_kind_of_cell_and_output_has_its_form(string cell, params string[] parts)
    {
        Notebook notebook = Notebook.Parse($$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{{cell}}]}""", "X.ipynb");

        string page = NotebookHtml.Page(notebook, "X & Y");

        Assert.Contains("<title>X &amp; Y</title>", page, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, page, StringComparison.Ordinal));
    }
}
