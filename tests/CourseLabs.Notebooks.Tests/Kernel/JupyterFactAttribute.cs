using System.Diagnostics;
using Xunit;

namespace CourseLabs.Notebooks.Tests.Kernel;

/// <summary>A test with Jupyter's own Python clients, skipped with the reason where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JupyterFactAttribute : FactAttribute
{
    public const string Python = "/usr/bin/python3"; // the distribution's, as for the other peers

    private static readonly Lazy<bool> IsThere = new(() =>
    {
        if (!File.Exists(Python))
            return false;
        using Process process = Process.Start(new ProcessStartInfo(Python, ["-c", "import jupyter_client, nbclient"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    });

    public JupyterFactAttribute()
    {
        if (!IsThere.Value)
            Skip = "Jupyter's Python clients are not there: apt-get install python3-nbclient.";
    }
}
