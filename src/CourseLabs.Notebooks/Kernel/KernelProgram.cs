using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using CourseLabs.Notebooks.Kernel.Messages;

namespace CourseLabs.Notebooks.Kernel;

/// <summary>The process that Jupyter starts, in the notebook's folder, with a connection file.</summary>
internal static class KernelProgram
{
    public static int Run(string connectionFile)
    {
        try
        {
            using var kernel = new JupyterKernel(ConnectionFile.Read(connectionFile), Environment.CurrentDirectory);
            using PosixSignalRegistration signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
            {
                context.Cancel = true;
                kernel.Interrupt();
            });
            _ = EndWithParentAsync(kernel);
            kernel.RunAsync().GetAwaiter().GetResult();
            return 0;
        }
        catch (Exception exception) when (exception is NotebookException or SocketException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"labs kernel: {exception.Message}");
            return 2;
        }
    }

    // A Jupyter that dies asks for nothing more. On Windows the variable holds a handle, which is not looked at.
    private static async Task EndWithParentAsync(JupyterKernel kernel)
    {
        if (OperatingSystem.IsWindows() || !int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), CultureInfo.InvariantCulture, out int id))
            return;
        try
        {
            using Process parent = Process.GetProcessById(id);
            await parent.WaitForExitAsync();
            kernel.Stop();
        }
        catch (ArgumentException)
        {
            // It is not to be seen from here, as in a container.
        }
    }
}
