using System.Collections.Concurrent;
using CourseLabs.Data.Hub;

namespace CourseLabs.Tests;

/// <summary>A test on the course's own data files, skipped with the reason where they lie in no folder. No test reaches for the network.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataFactAttribute : Xunit.FactAttribute
{
    private static readonly ConcurrentDictionary<string, bool> IsThere = new(); // looked for once: it takes a hash

    public RealDataFactAttribute(params string[] names)
    {
        string[] missing = [.. names.Where(name => !IsThere.GetOrAdd(name, n => new DataHub().Copy(n) is not null))];
        if (missing.Length > 0)
            Skip = $"The data file {missing[0]} is in no folder: ./labs.sh data get {missing[0]}, or name its folder in {DataFolders.Variable}.";
    }
}
