namespace CourseLabs.Cli.Health;

/// <summary>.NET Interactive, by which Jupyter and VS Code run the notebooks. Who does not use them lacks nothing without it.</summary>
internal static class KernelCheckup
{
    private const string What = "Jupyter's kernel", Cure = "labs kernel install";

    public static IEnumerable<Finding> All()
    {
        yield return Tool(Dotnet.Says("tool", "run", "dotnet-interactive", "--", "--version"));
        foreach (var file in KernelSpecs.All())
            yield return Spec(file);
    }

    /// <param name="version">What the tool that .config/dotnet-tools.json pins says; null where it is not restored.</param>
    internal static Finding Tool(string? version) =>
        new(".NET Interactive", version?.Split('+')[0] ?? "not restored; for notebooks in Jupyter or VS Code: dotnet tool restore");

    internal static Finding Spec(string file)
    {
        try
        {
            return KernelSpecs.Lacking(file).ToArray() switch
            {
                [] => new(What, file),
                [KernelSpecs.LocalOnly, ..] => new(What, $"{file} lets the kernel listen on every network interface", Cure),
                [var variable, ..] => new(What, $"{file} lacks {variable}, without which TorchSharp may give wrong numbers", Cure),
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new(What, exception.Message, $"delete {file}, then labs kernel install");
        }
    }
}
