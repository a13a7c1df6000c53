using CourseLabs.Cli.Running;
using CourseLabs.Data;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Output;

/// <summary>
/// Writes <c>DIR/NAME/figures.json</c>, each chart or diagram as <c>.png</c> with its data as <c>.csv</c>, and each table as <c>.csv</c>.
/// </summary>
internal sealed class ResultFiles
{
    /// <summary>Makes the folder and tries it, so that nobody waits for an example whose results have no place.</summary>
    /// <exception cref="UserErrorException">Nothing can be written there.</exception>
    public ResultFiles(string folder)
    {
        Folder = folder;
        Guard(() => AtomicFile.Try(Path.Combine(Folder, ".labs-writes-here")));
    }

    public string Folder { get; }

    public void Write(ExampleOutcome outcome) => Guard(() =>
    {
        var own = Path.Combine(Folder, outcome.Example.Name);
        foreach (var picture in outcome.Result?.Pictures ?? [])
        {
            AtomicFile.Write(Path.Combine(own, picture.Name + ".png"), picture.Picture.ToPng());
            AtomicFile.Write(Path.Combine(own, picture.Name + ".csv"), picture.Picture.ToCsv());
        }

        foreach (var table in outcome.Result?.Tables ?? [])
            AtomicFile.Write(Path.Combine(own, table.Name + ".csv"), TableCsv.Text(table));
        AtomicFile.Write(Path.Combine(own, "figures.json"), ResultJson.File(outcome));
    });

    /// <summary>Writes one file of the whole run.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public void Write(string name, string text) => Guard(() => AtomicFile.Write(Path.Combine(Folder, name), text));

    /// <summary>Takes a file of an earlier run away, if there is one.</summary>
    /// <exception cref="UserErrorException">It cannot be.</exception>
    public void Delete(string name) => Guard(() => File.Delete(Path.Combine(Folder, name)));

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserErrorException($"Cannot write to \"{Folder}\": {Reason(exception)}. --out DIR names another folder.", exception);
        }
    }

    // .NET's own words for a folder that cannot be made name a file that nobody asked for.
    private static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there can be no such folder",
        _ => exception.Message.TrimEnd('.'),
    };
}
