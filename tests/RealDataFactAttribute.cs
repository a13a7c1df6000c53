using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CourseLabs.Data.Hub;

namespace CourseLabs.Tests;

/// <summary>A test on the course's own data files, skipped with the reason where they lie in no folder. No test reaches for the network.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : Xunit.FactAttribute
{
    private static readonly ConcurrentDictionary<string, bool> IsThere = new(); // looked for once: it takes a hash

    // names: the files', with a space between.
    public RealDataFactAttribute(string names, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = ReasonToSkip(names.Split(' '));

    /// <summary>Which file is missing and how to get it; null where all are there.</summary>
    public static string? ReasonToSkip(IEnumerable<string> names) =>
        names.FirstOrDefault(name => !IsThere.GetOrAdd(name, n => new DataHub().Copy(n) is not null)) is { } missing
            ? $"The data file {missing} is in no folder: ./labs.sh data get {missing}, or name its folder in {DataFolders.Variable}."
            : null;
}
