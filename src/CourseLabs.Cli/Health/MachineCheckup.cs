using CourseLabs.Plots;

namespace CourseLabs.Cli.Health;

/// <summary>What is installed on the machine beside the labs: the SDK, fonts for the charts.</summary>
internal static class MachineCheckup
{
    public static IEnumerable<Finding> All()
    {
        yield return Sdk(Dotnet.Says("--version"));
        yield return Font(() => Fonts.Available ? Fonts.Family : null);
    }

    internal static Finding Font(Func<string?> family)
    {
        try
        {
            return Font(family());
        }
        catch (Exception exception)
        {
            return new("fonts", $"SkiaSharp, which draws the charts, does not load: {Failure.Sentence(exception)}", Finding.BuildAnew);
        }
    }

    private static Finding Font(string? family) => family is null
        ? new("fonts", Fonts.Missing, Fonts.Cure)
        : new("fonts", $"charts are written in {family}");

    internal static Finding Sdk(string? version) => version is null
        ? new("SDK", "`dotnet --version` fails", "install the .NET SDK 10: https://dotnet.microsoft.com/download/dotnet/10.0")
        : new("SDK", $".NET {version}, running on {Environment.Version}");
}
