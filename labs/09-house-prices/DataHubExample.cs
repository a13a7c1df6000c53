using CourseLabs.Data.Hub;
using CourseLabs.Examples;

namespace CourseLabs.Labs;

// "4.10 Predicting House Prices on Kaggle", "Downloading and Caching Datasets" (COURSE D7). The slide's own program is Download.cs.
public sealed class DataHubExample() : Example(
    "D7", "data-hub", "09-house-prices", "Downloading and caching data sets",
    "Brings the two house-price files as the slide's download(name) does - from the folder that --data or COURSELABS_DATA names, " +
    "from the cache, or from their source - and compares their SHA-1 with the slide's. Unlike the slide's, the hub checks the hash " +
    "after a download too, and a broken download never looks like a file.")
{
    // DATA_HUB of the slide.
    private static readonly (string Name, string Sha1)[] Houses =
    [
        ("kaggle_house_train", "585e9cc93e70b39160e7921475f9bcd7d31219ce"),
        ("kaggle_house_test", "fa19780a7b011d9b009e8bff8e99922a8ee2eb90"),
    ];

    public override ExampleResult Run(ExampleRun run) => new(Title)
    {
        Figures = [.. Houses.Select(house => Sha1(run.Data, house.Name, house.Sha1))],
        Tables = [FileTable(run.Data), DownloadTrial.Table()],
    };

    private static Figure Sha1(DataHub hub, string name, string expected)
    {
        try
        {
            var path = hub.Download(name);
            var form = hub.Files.First(file => file.Name == name).Forms[0];
            return Figure.Of($"{name}: SHA-1", form.HashOf(path), expected: expected, source: "the slide's DATA_HUB");
        }
        catch (DataUnavailableException exception)
        {
            return Figure.Of($"{name}: cannot be had, made-up houses will stand in", exception.Message);
        }
    }

    // What is not needed here is looked for, and not downloaded.
    private static Table FileTable(DataHub hub)
    {
        var files = hub.Files.Select(file => (File: file, Copy: hub.Copy(file.Name)));
        return Table.Of(
            "files", "What the hub knows", files.Select(f => (f.File, f.Copy, Form: f.Copy?.Form ?? f.File.Forms[0])),
            ("name", f => f.File.Name),
            ("where it is", f => f.Copy is null ? "nowhere yet" : f.Copy.IsUsers ? "the folder that was named" : "the cache"),
            ("whole", f => f.Copy is null ? "" : f.Copy.Damage ?? "yes"),
            ("file", f => f.Form.FileName),
            ("bytes", f => f.Form.Size is { } size ? size : ""),
            ("hash", f => $"{f.Form.HashName} {f.Form.Hash}"),
            ("source", f => string.Join(", then ", f.File.Sources.Select(source => source.Where))));
    }
}
