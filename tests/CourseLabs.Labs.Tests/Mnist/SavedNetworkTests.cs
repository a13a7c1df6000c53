using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;

namespace CourseLabs.Labs.Tests;

public sealed class SavedNetworkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-saved-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_number_comes_back_as_it_was()
    {
        Network saved = new NeuralNetwork(7, [5, 4], 3, 0.3, UpdateOrder.Correct, new(1)).Layers;
        SavedNetwork.Save(saved, Here("weights.json"));
        SavedNetwork.Save(saved, Here("weights.json"));
        Network loaded = SavedNetwork.Load(Here("weights.json"));

        Assert.Equal(saved.Parameters.Select(p => p.ToString()), loaded.Parameters.Select(p => p.ToString()));
        Assert.All(saved.Parameters.Zip(loaded.Parameters), p => Assert.Equal(p.First.Value.Values.ToArray(), p.Second.Value.Values.ToArray()));
        Assert.All(loaded.Layers, layer => Assert.Equal("sigmoid", layer.Activation.Name));
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

        string message = Assert.Throws<UserErrorException>(() => SavedNetwork.Load(Here("other.json"))).Message;

        Assert.StartsWith(Here("other.json"), message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_or_cannot_be_written_is_named()
    {
        Network network = new NeuralNetwork(2, [2], 2, 0.3, UpdateOrder.Correct, new(1)).Layers;

        Assert.Contains("cannot be read", Assert.Throws<UserErrorException>(() => SavedNetwork.Load(Here("none"))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be written", Assert.Throws<UserErrorException>(() => SavedNetwork.Save(network, Here("none/w.json"))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be written", Assert.Throws<UserErrorException>(() => SavedNetwork.EnsureWritable(Here("none/w.json"))).Message, StringComparison.Ordinal);
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
        Network network = new NeuralNetwork(2, [2], 2, 0.3, UpdateOrder.Correct, new(1)).Layers;
        network.Layers[0].Weight.Value[0, 0] = double.NaN;

        Assert.Contains("was not written", Assert.Throws<UserErrorException>(() => SavedNetwork.Save(network, Here("w.json"))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    private string Here(string name) => Path.Combine(folder, name);
}
