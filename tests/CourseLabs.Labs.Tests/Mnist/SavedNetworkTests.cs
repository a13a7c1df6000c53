using CourseLabs.Examples;

namespace CourseLabs.Labs.Tests;

public sealed class SavedNetworkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-saved-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_number_comes_back_as_it_was()
    {
        var saved = new DeepNeuralNetwork(7, [5, 4], 3, 0.3, true, new(1)).Weights;
        SavedNetwork.Save(saved, Here("weights.json"));
        SavedNetwork.Save(saved, Here("weights.json"));
        var loaded = SavedNetwork.Load(Here("weights.json"));

        Assert.Equal(["(7 x 5)", "(1 x 5)", "(5 x 4)", "(1 x 4)", "(4 x 3)", "(1 x 3)"], loaded.Select(w => w.Shape));
        Assert.All(saved.Zip(loaded), w => Assert.Equal(w.First.Values.ToArray(), w.Second.Values.ToArray()));
        Assert.Equal(["weights.json"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("", "holds no saved weights")]
    [InlineData("no json", "holds no saved weights")]
    [InlineData("null", "no \"layers\"")]
    [InlineData("{}", "no \"layers\"")]
    [InlineData("""{"layers": []}""", "no \"layers\"")]
    [InlineData("""{"layers": [null]}""", "layer 1 needs a \"weight\" of rows and a \"bias\"")]
    [InlineData("""{"layers": [{"weight": [[1, 2]]}]}""", "layer 1 needs")]
    [InlineData("""{"layers": [{"weight": [null], "bias": [1]}]}""", "layer 1 needs")]
    [InlineData("""{"layers": [{"weight": [[1, 2], [3]], "bias": [1, 2]}]}""", "Row 1 has 1 numbers")]
    [InlineData("""{"layers": [{"weight": [[1, 2]], "bias": [1]}]}""", "(1 x 2)")]
    [InlineData("""{"layers": [{"weight": [], "bias": []}]}""", "at least one row")]
    [InlineData("""{"layers": [{"weight": [[1e999]], "bias": [1]}]}""", "too large")]
    [InlineData("""{"layers": [{"weight": [[1, 2]], "bias": [1, 2]}, {"weight": [[1]], "bias": [1]}]}""", "2 outputs")]
    public void Another_file_is_refused_in_words(string content, string words)
    {
        File.WriteAllText(Here("other.json"), content);

        var message = Assert.Throws<UserErrorException>(() => SavedNetwork.Load(Here("other.json"))).Message;

        Assert.StartsWith(Here("other.json"), message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_or_cannot_be_written_is_named()
    {
        var weights = new NeuralNetwork(2, 2, 2, 0.3, true, new(1)).Weights;

        Refused("cannot be read", () => SavedNetwork.Load(Here("none")));
        Refused("cannot be written: there is no such folder.", () => SavedNetwork.Save(weights, Here("none/w.json")));
        Refused("cannot be written: there is no such folder.", () => SavedNetwork.EnsureWritable(Here("none/w.json")));
        Refused("cannot be written: it is a folder.", () => SavedNetwork.EnsureWritable(folder));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Trying_the_place_leaves_what_is_there()
    {
        File.WriteAllText(Here("w.json"), "old");
        SavedNetwork.EnsureWritable(Here("w.json"));
        SavedNetwork.EnsureWritable(Here("new.json"));

        Assert.Equal("old", File.ReadAllText(Here("w.json")));
        Assert.Equal([Here("w.json")], Directory.GetFiles(folder));
    }

    [Fact]
    public void Weights_that_are_not_finite_are_not_saved()
    {
        var weights = new NeuralNetwork(2, 2, 2, 0.3, true, new(1)).Weights;
        weights[0][0, 0] = double.NaN;

        Refused("was not written", () => SavedNetwork.Save(weights, Here("w.json")));
        Assert.Empty(Directory.GetFiles(folder));
    }

    private static void Refused(string words, Action action) =>
        Assert.Contains(words, Assert.Throws<UserErrorException>(action).Message, StringComparison.Ordinal);

    private string Here(string name) => Path.Combine(folder, name);
}
