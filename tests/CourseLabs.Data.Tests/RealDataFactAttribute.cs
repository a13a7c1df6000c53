using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Tests;

/// <summary>A test on the course's own data files, skipped with the reason where they lie in no folder. No test reaches for the network.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute(params string[] names)
    {
        string[] missing = [.. names.Where(name => new DataHub().Copy(name) is null)];
        if (missing.Length > 0)
            Skip = $"The data file {missing[0]} is in no folder: ./labs.sh data get {missing[0]}, or name its folder in {DataFolders.Variable}.";
    }
}
