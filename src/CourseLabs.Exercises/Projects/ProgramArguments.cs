using System.Globalization;

namespace CourseLabs.Exercises.Projects;

/// <summary>What stands behind <c>dotnet run --</c> in a student's project.</summary>
internal sealed record ProgramArguments
{
    public const string Usage = """
        dotnet run                        check Tasks.cs
        dotnet run -- --task 3.2          this task only; may be given several times
        dotnet run -- --hint              for what is not solved, the first hint; --hint 2 and --hint 3 say more
        dotnet run -- --lang ko           한국어로
        dotnet run -- --seed 7            other inputs
        dotnet run -- reset 3.2           put the blank back; a copy of the file is kept (reset all: every blank)
        dotnet watch                      check after every save
        """;

    public List<string> Tasks { get; } = [];

    public int Hint { get; private set; }

    public long Seed { get; private set; }

    public Language Language { get; private set; }

    public string? Reset { get; private set; }

    public bool Help { get; private set; }

    /// <exception cref="InvalidDataException">An argument is wrong; the message is a sentence.</exception>
    public static ProgramArguments Parse(string[] args)
    {
        var result = new ProgramArguments();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var arg))
        {
            switch (arg)
            {
                case "--help" or "-h" or "-?":
                    result.Help = true;
                    break;
                case "--task":
                    result.Tasks.Add(Value(rest, arg, "a task's number, such as 3.2"));
                    break;
                case "--hint":
                    result.Hint = rest.TryPeek(out var next) && !next.StartsWith('-') ? HintOf(rest.Dequeue()) : 1;
                    break;
                case "--seed":
                    var seed = Value(rest, arg, "a whole number");
                    result.Seed = long.TryParse(seed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : throw new InvalidDataException($"--seed takes a whole number, not \"{seed}\".");
                    break;
                case "--lang":
                    var language = Value(rest, arg, "en or ko");
                    result.Language = language switch
                    {
                        "en" => Language.English,
                        "ko" => Language.Korean,
                        _ => throw new InvalidDataException($"--lang takes en or ko, not \"{language}\"."),
                    };
                    break;
                case "reset":
                    result.Reset = Value(rest, arg, "a task's number, such as 3.2, or all");
                    break;
                default:
                    throw new InvalidDataException($"What is \"{arg}\"? There are:\n{Usage}");
            }
        }

        return result;
    }

    private static string Value(Queue<string> rest, string option, string takes) =>
        rest.TryDequeue(out var value) ? value : throw new InvalidDataException($"{option} takes {takes}.");

    private static int HintOf(string text) => text is "1" or "2" or "3"
        ? text[0] - '0'
        : throw new InvalidDataException($"--hint takes 1, 2 or 3, not \"{text}\".");
}
