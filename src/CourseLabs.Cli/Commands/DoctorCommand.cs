using System.CommandLine;
using CourseLabs.Cli.Health;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs doctor</c>: looks over the machine, and says of each thing that is not well what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("doctor", "Look over this machine, and say what to do where something is not well");
        command.SetAction(_ => Write(
            [.. MachineCheckup.All(), .. TorchCheckup.All(), .. DataCheckup.All(), .. KernelCheckup.All()], terminal.Out));
        return command;
    }

    internal static int Write(IReadOnlyList<Finding> findings, TextWriter writer)
    {
        var width = findings.Max(f => f.What.Length);
        foreach (var finding in findings)
        {
            writer.WriteLine($"{(finding.IsWell ? "ok" : "not well"),-9} {finding.What.PadRight(width)}  {finding.Found}");
            if (!finding.IsWell)
                writer.WriteLine($"{"",-9} {"".PadRight(width)}  -> {finding.Cure}");
        }

        return findings.All(f => f.IsWell) ? ExitCode.Ok : ExitCode.FellShort;
    }
}
