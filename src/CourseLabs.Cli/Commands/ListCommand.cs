using System.CommandLine;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs list</c>: every example on a line.</summary>
internal static class ListCommand
{
    public static Command Create(Catalogue catalogue, Terminal terminal)
    {
        var command = new Command("list", "List the examples: COURSE id, name, lab, title");
        command.SetAction(_ => Write(catalogue.All, terminal.Out));
        return command;
    }

    private static int Write(IReadOnlyList<Example> examples, TextWriter writer)
    {
        int id = Width(examples, "id", e => e.Id), name = Width(examples, "name", e => e.Name), lab = Width(examples, "lab", e => e.Lab);
        WriteLine("id", "name", "lab", "title");
        foreach (var example in examples)
            WriteLine(example.Id, example.Name, example.Lab, example.Title);
        return ExitCode.Ok;

        void WriteLine(string a, string b, string c, string d) =>
            writer.WriteLine($"{a.PadRight(id)}  {b.PadRight(name)}  {c.PadRight(lab)}  {d}");
    }

    private static int Width(IReadOnlyList<Example> examples, string head, Func<Example, string> column) =>
        examples.Select(e => column(e).Length).Append(head.Length).Max();
}
