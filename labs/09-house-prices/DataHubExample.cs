using CourseLabs.Data.Hub;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;

namespace CourseLabs.Labs;

/// <summary>COURSE D7: what the data hub knows, where it found the house prices, and whether they are the slide's files.</summary>
public sealed class DataHubExample : OldExample
{
    // DATA_HUB of the slide.
    private static readonly (string Name, string Sha1)[] Houses =
    [
        ("kaggle_house_train", "585e9cc93e70b39160e7921475f9bcd7d31219ce"),
        ("kaggle_house_test", "fa19780a7b011d9b009e8bff8e99922a8ee2eb90"),
    ];

    /// <inheritdoc/>
    public override string Id => "D7";

    /// <inheritdoc/>
    public override string Name => "data-hub";

    /// <inheritdoc/>
    public override string Lab => "09-house-prices";

    /// <inheritdoc/>
    public override string Title => "Downloading and caching data sets";

    /// <inheritdoc/>
    public override string Description =>
        "Brings the two house-price files as the slide's download(name) does - from the folder that --data or COURSELABS_DATA names, " +
        "from the cache, or from their source - and compares their SHA-1 with the slide's. Unlike the slide's, the hub checks the hash " +
        "after a download too, and a broken download never looks like a file.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(Title)
        {
            Figures = [.. Houses.Select(house => Sha1(context.Data, house.Name, house.Sha1))],
            Tables = [FileTable(context.Data), MistakeTable()],
        };
    }

    private static Figure Sha1(DataHub hub, string name, string expected)
    {
        string path;
        try
        {
            path = hub.Download(name);
        }
        catch (DataUnavailableException exception)
        {
            return Figure.Plain($"{name}: cannot be had, made-up houses will stand in", exception.Message);
        }

        DataForm form = hub.Files.First(file => file.Name == name).Forms[0];
        return new($"{name}: SHA-1", expected, form.HashOf(path), 0, "the slide's DATA_HUB");
    }

    // What is not needed here is looked for, and not downloaded.
    private static Table FileTable(DataHub hub) => new(
        "files",
        "What the hub knows",
        ["name", "where it is", "whole", "file", "bytes", "hash", "source"],
        [.. hub.Files.Select(file =>
        {
            DataCopy? copy = hub.Copy(file.Name);
            DataForm form = copy?.Form ?? file.Forms[0];
            return (string[])
            [
                file.Name,
                copy is null ? "nowhere yet" : copy.IsUsers ? "the folder that was named" : "the cache",
                copy is null ? "" : copy.Damage ?? "yes",
                form.FileName,
                form.Size is { } size ? NumberText.Of(size) : "",
                $"{form.HashName} {form.Hash}",
                string.Join(", then ", file.Sources.Select(source => source.Where)),
            ];
        })]);

    private static Table MistakeTable() => new(
        "mistakes",
        "What the slide's code does and the hub does not (labs/ERRATA.md has the tests)",
        ["where", "the slide's code", "the hub"],
        [
            ["download", "compares the hash of a cached file only: what was downloaded is taken as it is", "compares it after a download too"],
            ["download", "does not look at the HTTP status: an error page is saved as the file", "tries the next source, or says so"],
            ["download", "writes under the file's own name: a broken download leaves half a file", "gives the name to a whole file only"],
            ["download_extract", "returns the folder x.tar for x.tar.gz", "returns x"],
            ["download_extract", "unpacks what a tar has wherever it leads, ../ too", "refuses what would land outside the folder"],
            ["output", "prints ../data where the code says ./data", "says which folder"],
        ]);
}
