using System.Reflection;
using CourseLabs.Tests;
using Xunit.Sdk;
using Xunit.v3;

namespace CourseLabs.Notebooks.Tests.Course;

/// <summary>A notebook that reads data files: its row of the theory is skipped with the reason where one of them lies in no folder.</summary>
/// <param name="name">The notebook, as <c>04-mnist</c>.</param>
/// <param name="files">The data files, as <c>labs data list</c> names them.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class NotebookOnDataAttribute(string name, params string[] files) : DataAttribute
{
    public string Name { get; } = name;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<string>(Name) { Skip = RealDataFactAttribute.ReasonToSkip(files) }]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
