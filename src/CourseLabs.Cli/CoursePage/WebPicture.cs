using System.Collections.Concurrent;
using CourseLabs.Cli.Running;
using CourseLabs.Plots;

namespace CourseLabs.Cli.CoursePage;

/// <summary>A chart as the page holds it.</summary>
/// <param name="Data">The address that is the picture itself.</param>
/// <param name="Width">Its usual width.</param>
/// <param name="Height">Its usual height.</param>
public sealed record WebPicture(string Data, int Width, int Height);

/// <summary>
/// Makes the page's pictures from the files of an example while the next example runs: 70 of them take some seconds of a processor.
/// </summary>
/// <param name="folder">The run's folder.</param>
internal sealed class WebPictures(string folder)
{
    private readonly ConcurrentDictionary<(string Example, string Name), WebPicture> made = [];
    private readonly List<Task> making = [];

    public void Add(ExampleOutcome outcome)
    {
        foreach (var name in (outcome.Result?.Pictures ?? []).Select(p => p.Name))
            making.Add(Task.Run(() => Make(outcome.Example.Name, name)));
    }

    /// <summary>All that were added, once they are ready.</summary>
    public IReadOnlyDictionary<(string Example, string Name), WebPicture> Ready()
    {
        Task.WaitAll(making);
        return made;
    }

    private void Make(string example, string name)
    {
        try
        {
            var (webp, width, height) = WebImage.FromPng(File.ReadAllBytes(Path.Combine(folder, example, name + ".png")));
            made[(example, name)] = new($"data:image/webp;base64,{Convert.ToBase64String(webp)}", width, height);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Somebody has moved the file meanwhile: the page then has the chart's name alone.
        }
    }
}
