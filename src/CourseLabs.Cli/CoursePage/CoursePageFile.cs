using System.Diagnostics;
using CourseLabs.Cli.Output;
using CourseLabs.Cli.Running;
using CourseLabs.Examples;
using CourseLabs.Pages;
using IoPath = System.IO.Path;

namespace CourseLabs.Cli.CoursePage;

/// <summary>The page of a run of the whole course: <c>index.html</c> in the run's folder.</summary>
/// <param name="files">The run's folder.</param>
/// <param name="settings">What the examples are run with.</param>
internal sealed class CoursePageFile(ResultFiles files, ExampleRun settings)
{
    private const string Name = "index.html";

    private readonly DateTime started = DateTime.Now;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly WebPictures pictures = new(files.Folder);

    public string Path { get; } = IoPath.Combine(files.Folder, Name);

    /// <summary>Takes the page of an earlier run away: its figures and charts are about to be replaced.</summary>
    /// <exception cref="UserErrorException">It cannot be.</exception>
    public void Begin() => files.Delete(Name);

    /// <summary>An example is done, and its files are written.</summary>
    public void Add(ExampleOutcome outcome) => pictures.Add(outcome);

    /// <summary>Writes the page of what was done.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public void Write(IReadOnlyList<ExampleOutcome> outcomes, bool isInterrupted)
    {
        var took = Stopwatch.GetElapsedTime(start);
        var run = new CourseRun(settings, started, took, outcomes, isInterrupted, pictures.Ready(), Checkout());
        files.Write(Name, Page.Render<CourseDocument, CourseRun>(run));
    }

    // As a link has it: slashes, and no character that means something else in an address.
    private string? Checkout()
    {
        try
        {
            var way = IoPath.GetRelativePath(IoPath.GetFullPath(files.Folder), ExerciseFolder.Checkout).Replace('\\', '/');
            return IoPath.IsPathRooted(way) ? null : string.Join('/', way.Split('/').Select(Uri.EscapeDataString));
        }
        catch (UserErrorException)
        {
            return null;
        }
    }
}
