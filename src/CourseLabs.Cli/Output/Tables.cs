using CourseLabs.Cli.Running;
using CourseLabs.Examples;
using Spectre.Console;
using LabTable = CourseLabs.Examples.Table;
using Table = Spectre.Console.Table;

namespace CourseLabs.Cli.Output;

/// <summary>Tables for the screen. Every text is escaped: <c>[784x100]</c> is no markup.</summary>
internal static class Tables
{
    public static Table Figures(string title, IEnumerable<Figure> figures)
    {
        var table = New(title, "figure", "expected", "ours", "match", "source");
        foreach (var figure in figures)
        {
            table.AddRow(
                Cell(figure.Name), Cell(figure.Expected?.ToString()), Cell(figure.Actual.ToString()),
                Match(figure.Match), Cell(figure.Source));
        }

        return table;
    }

    /// <summary>A lab's table; the first rows of a long one, whose file has them all.</summary>
    public static Table Plain(LabTable shown)
    {
        var table = New(shown.Title, [.. shown.Columns]);
        foreach (var row in shown.ShownRows)
            table.AddRow([.. row.Select(Cell)]);
        return table;
    }

    /// <summary>The table of the whole course: of each example how many figures match and the first, or those that do not match.</summary>
    public static Table Summary(IEnumerable<ExampleOutcome> outcomes)
    {
        var table = New("The course", "id", "title", "expected", "ours", "match", "expected from");
        foreach (var outcome in outcomes)
        {
            Text id = Cell(outcome.Example.Id), title = Cell(outcome.Result?.Title ?? outcome.Example.Title);
            if (outcome.Error is not null)
            {
                table.AddRow(id, title, Cell(""), Cell(outcome.Error), new Markup("[red]failed[/]"));
                continue;
            }

            Figure[] compared = [.. outcome.Figures.Where(f => f.Expected is not null)];
            if (compared.Length == 0)
            {
                table.AddRow(id, title, Cell("(nothing to compare with)"), Cell(""), Cell(""));
                continue;
            }

            Figure[] wrong = [.. compared.Where(f => f.Match == false)];
            var shown = wrong.FirstOrDefault() ?? compared[0];
            table.AddRow(id, title, Expected(shown), Ours(shown), Matching(compared.Length - wrong.Length, compared.Length), Source(shown));
            foreach (var figure in wrong.Skip(1))
                table.AddRow(Cell(""), Cell(""), Expected(figure), Ours(figure), Match(false), Source(figure));
        }

        return table;

        static Text Expected(Figure figure) => Cell($"{figure.Name}: {figure.Expected}");

        // "PyTorch 1.13, manual_seed(0)" is from PyTorch 1.13; the example's own table has the rest.
        static Text Source(Figure figure) => Cell(figure.Source!.Split(',', ':', ';', '(')[0].Trim());
        static Text Ours(Figure figure) => Cell(figure.Actual.ToString());
        static Markup Matching(int matching, int all) =>
            all == 1 ? Match(matching == 1) : new($"[{(matching == all ? "green" : "red")}]{matching} of {all}[/]");
    }

    private static Table New(string title, params string[] columns)
    {
        var table = new Table { Title = new(Markup.Escape(title)), Border = TableBorder.Rounded };
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }

    private static Text Cell(string? text) => new(text ?? "");

    private static Markup Match(bool? match) => new(match switch { true => "[green]yes[/]", false => "[red]no[/]", null => "" });
}
