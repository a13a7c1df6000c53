using CourseLabs.Cli.Running;
using CourseLabs.Data;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Output;

/// <summary>
/// Writes <c>DIR/NAME/figures.json</c>, each chart or diagram as <c>.png</c> with its data as <c>.csv</c>, and each table as <c>.csv</c>.
/// </summary>
internal sealed class ResultFiles
{
    private readonly string folder;

    /// <summary>Makes the folder and tries it, so that nobody waits for an example whose results have no place.</summary>
    /// <exception cref="UserErrorException">Nothing can be written there.</exception>
    public ResultFiles(string folder)
    {
        this.folder = folder;
        Guard(folder, () => AtomicFile.Try(Path.Combine(folder, ".labs-writes-here")));
    }

    public void Write(ExampleOutcome outcome) => Guard(folder, () =>
    {
        var own = Path.Combine(folder, outcome.Example.Name);
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
    public static void Write(string folder, string name, string text) => Guard(folder, () => AtomicFile.Write(Path.Combine(folder, name), text));

    /// <summary>Takes a file of an earlier run away, if there is one.</summary>
    /// <exception cref="UserErrorException">It cannot be.</exception>
    public static void Delete(string folder, string name) => Guard(folder, () => File.Delete(Path.Combine(folder, name)));

    private static void Guard(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserErrorException($"Cannot write to \"{folder}\": {Reason(exception)}. --out DIR names another folder.", exception);
        }
    }

    // .NET's own words for a folder that cannot be made name a file that nobody asked for.
    private static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there can be no such folder",
        _ => exception.Message.TrimEnd('.'),
    };
}
