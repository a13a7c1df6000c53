using System.CommandLine;
using CourseLabs.Labs.Examples;

namespace CourseLabs.Cli.Commands;

/// <summary>What labs.sh and labs.ps1 do themselves, since it must work where nothing is built; here so that the help names it.</summary>
internal static class LauncherCommands
{
    public static IEnumerable<Command> Create() =>
    [
        Create("test", "Run every test (labs.sh, labs.ps1); what follows goes to `dotnet test`"),
        Create("setup", "Choose TorchSharp's provider for this machine and try it (labs.sh, labs.ps1)"),
    ];

    private static Command Create(string name, string description)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(Refer);
        return command;

        int Refer(ParseResult parsed) => throw new UserErrorException(
            $"The launcher does that: ./labs.sh {name}, or ./labs.ps1 {name} in PowerShell.");
    }
}
