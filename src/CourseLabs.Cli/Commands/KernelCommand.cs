using System.CommandLine;
using CourseLabs.Cli.Output;
using CourseLabs.Labs.Examples;
using CourseLabs.Notebooks.Kernel;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs kernel install|uninstall</c>: lets Jupyter know of the C# kernel, for this user, or forget it.</summary>
internal static class KernelCommand
{
    public static Command Create(RootCommand root, Terminal terminal)
    {
        var install = new Command("install", "Register the kernel in your Jupyter data folder");
        install.SetAction(_ => Install(terminal));
        var uninstall = new Command("uninstall", "Take it out of there");
        uninstall.SetAction(_ => Uninstall(terminal));
        var kernel = new Command("kernel", "Run notebooks in Jupyter or VS Code by the labs' own C# kernel") { install, uninstall };
        kernel.SetAction(_ => HelpCommand.Show(root, [kernel.Name], terminal));
        return kernel;
    }

    private static int Install(Terminal terminal)
    {
        RefuseAnothers();
        AtomicFile.Write(KernelSpec.File, KernelSpec.ToJson());
        terminal.Out.WriteLine($"Jupyter finds the kernel \"{KernelSpec.DisplayName}\" ({KernelSpec.Name}) in {KernelSpec.File}.");
        terminal.Out.WriteLine("It runs the program of this checkout: after moving that, install it again.");
        if (KernelSpec.Before is { } before)
            terminal.Error.WriteLine($"labs: Jupyter looks in JUPYTER_PATH first, and will take {before} instead.");
        return ExitCode.Ok;
    }

    private static int Uninstall(Terminal terminal)
    {
        if (!File.Exists(KernelSpec.File))
        {
            terminal.Out.WriteLine($"Nothing to do: there is no {KernelSpec.File}.");
            return ExitCode.Ok;
        }

        RefuseAnothers();
        File.Delete(KernelSpec.File);
        string folder = Path.GetDirectoryName(KernelSpec.File)!;
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
        terminal.Out.WriteLine($"Jupyter no longer knows the kernel \"{KernelSpec.DisplayName}\": {KernelSpec.File} is gone.");
        return ExitCode.Ok;
    }

    private static void RefuseAnothers()
    {
        if (File.Exists(KernelSpec.File) && !KernelSpec.IsOurs(KernelSpec.File))
            throw new UserErrorException($"{KernelSpec.File} is not the labs' own, so it was left as it is. If you do not need it, delete it yourself.");
    }
}
