using System.Collections.Concurrent;
using CourseLabs.Data.Hub;

namespace CourseLabs.Tests;

/// <summary>A test on the course's own data files, skipped with the reason where they lie in no folder. No test reaches for the network.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataFactAttribute : Xunit.FactAttribute
{
    private static readonly ConcurrentDictionary<string, bool> IsThere = new(); // looked for once: it takes a hash

    public RealDataFactAttribute(params string[] names) => Skip = ReasonToSkip(names);

    /// <summary>Which file is missing and how to get it; null where all are there.</summary>
    public static string? ReasonToSkip(IEnumerable<string> names) =>
        names.FirstOrDefault(name => !IsThere.GetOrAdd(name, n => new DataHub().Copy(n) is not null)) is { } missing
            ? $"The data file {missing} is in no folder: ./labs.sh data get {missing}, or name its folder in {DataFolders.Variable}."
            : null;
}
