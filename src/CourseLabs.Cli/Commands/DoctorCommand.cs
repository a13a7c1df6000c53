using System.CommandLine;
using CourseLabs.Cli.Health;
using CourseLabs.Plots;

namespace CourseLabs.Cli.Commands;

/// <summary>
/// <c>labs doctor</c>: looks over torch, the data folders and the font of the pictures. The launcher's doctor says the rest first: SDK, provider, compiler, libtorch.
/// </summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("doctor", "Look over this machine, and say what to do where something is not well");
        command.SetAction(_ => Write([.. TorchCheckup.All(), .. DataCheckup.All(), Font()], terminal.Out));
        return command;
    }

    private static Finding Font() => Fonts.Available ? new("font", Fonts.Family) : new("font", Fonts.Missing, Fonts.Cure);

    /// <summary>The launcher's lines have the same form.</summary>
    internal static int Write(IReadOnlyList<Finding> findings, TextWriter writer)
    {
        foreach (Finding finding in findings)
        {
            writer.WriteLine($"{(finding.IsWell ? "ok" : "not well"),-9} {finding.What,-11} {finding.Found}");
            if (!finding.IsWell)
                writer.WriteLine($"{"",-21} -> {finding.Cure}");
        }

        return findings.All(f => f.IsWell) ? ExitCode.Ok : ExitCode.FellShort;
    }
}
