using System.CommandLine;
using CourseLabs.Labs;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs explain A7</c>: what the slide teaches, its formula and figures, and where the code is, from docs/COURSE.md.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var keys = new Argument<string[]>("IDS")
        {
            Description = "COURSE ids (A7) or examples (regression)",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("explain", "Tell what a course item teaches, and where its code is") { keys };
        command.SetAction(parsed =>
        {
            foreach (var item in parsed.GetValue(keys)!.Select(CourseItem.Find).ToList())
                Write(item, terminal.Out);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Write(CourseItem item, TextWriter writer)
    {
        writer.WriteLine($"{item.Id} {item.Title}");
        foreach (var (label, text) in item.Lines)
            writer.WriteLine($"  {label + ":",-10}{text.Replace("\n", "\n            ", StringComparison.Ordinal)}");
        writer.WriteLine();
    }
}
