using System.CommandLine;
using System.Diagnostics;
using CourseLabs.Cli.Health;
using CourseLabs.Data;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Commands;

/// <summary>
/// <c>labs kernel install|uninstall</c>: lets Jupyter know of .NET Interactive's C# kernel, for this user and on this machine alone, or
/// forget it.
/// </summary>
internal static class KernelCommand
{
    public static Command Create(RootCommand root, Terminal terminal)
    {
        var install = new Command("install", "Register .NET Interactive's C# kernel in your Jupyter data folder");
        install.SetAction(_ => Install(terminal));
        var uninstall = new Command("uninstall", "Take it out of there");
        uninstall.SetAction(_ => Uninstall(terminal));
        var kernel = new Command("kernel", "Run notebooks in Jupyter or VS Code by .NET Interactive's C# kernel") { install, uninstall };
        kernel.SetAction(_ => HelpCommand.Show(root, [kernel.Name], terminal));
        return kernel;
    }

    private static int Install(Terminal terminal)
    {
        (string File, string Lacking)[] unwell =
            [.. KernelSpecs.All().Select(f => (f, string.Join(" and ", KernelSpecs.Lacking(f)))).Where(f => f.Item2.Length > 0)];
        foreach (var (file, lacking) in unwell)
        {
            AtomicFile.Write(file, KernelSpecs.Mended(file));
            terminal.Out.WriteLine($"{file}: added {lacking}; it listens on this machine alone.");
        }

        if (!File.Exists(KernelSpecs.UsersOwn))
            AtomicFile.Write(KernelSpecs.UsersOwn, KernelSpecs.New());
        RestoreTool();
        terminal.Out.WriteLine($"Jupyter finds the kernel \".NET (C#)\" in {KernelSpecs.UsersOwn}.");
        return ExitCode.Ok;
    }

    private static int Uninstall(Terminal terminal)
    {
        if (!File.Exists(KernelSpecs.UsersOwn))
        {
            terminal.Out.WriteLine($"Nothing to do: there is no {KernelSpecs.UsersOwn}.");
            return ExitCode.Ok;
        }

        Directory.Delete(Path.GetDirectoryName(KernelSpecs.UsersOwn)!, recursive: true);
        terminal.Out.WriteLine($"Jupyter no longer knows the kernel \".NET (C#)\": {KernelSpecs.UsersOwn} is gone.");
        return ExitCode.Ok;
    }

    // .config/dotnet-tools.json pins it; it starts from any folder of the checkout.
    private static void RestoreTool()
    {
        using var restore = Process.Start(
            new ProcessStartInfo("dotnet", ["tool", "restore"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = restore.StandardError.ReadToEndAsync();
        var said = restore.StandardOutput.ReadToEnd() + error.Result;
        restore.WaitForExit();
        if (restore.ExitCode != 0)
            throw new UserErrorException(
                $"`dotnet tool restore` did not bring .NET Interactive: {said.Trim().Split('\n')[0].Trim()} Run it in the checkout.");
    }
}
