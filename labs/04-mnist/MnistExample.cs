using CourseLabs.Backprop.Initializers;
using CourseLabs.Data.Digits;
using CourseLabs.Examples;

namespace CourseLabs.Labs;

public enum UpdateOrder
{
    Both,
    Correct,
    Slide,
}

// "오차역전파를 이용한 MNIST 분류" (classifying MNIST by backpropagation) and "결과" (results) (COURSE C4): the class of NeuralNetwork.cs and the
// training of MnistTraining.cs.
public sealed class MnistExample() : Example<MnistExample.Settings>(
    "C4", "mnist", "04-mnist", "The slide's NeuralNetwork on MNIST",
    "A network of 784, 100 and 10 sigmoid neurons by hand, W ~ randn/sqrt(n_in), b ~ rand, learns the 60,000 digits one at a time in the " +
    "file's order with learning rate 0.3; losses are printed after the update on their row, as the slide's are. The slide's code takes " +
    "the hidden layer's loss from the W3 that it has just updated; both orders run from the same first weights. The slide's seed is " +
    "unknown, so its losses stand beside ours without a verdict.")
{
    private const string Size = "([1-9][0-9]{0,3}|10000)";

    public sealed record Settings(
        [Option("how often the network sees all pictures; 0 only tests", Min = 0, Max = 1000)] int Epochs = 1,
        [Option("how many of the training pictures are used", Min = 1, Max = 60_000, Quick = 5_000)] int Rows = 60_000,
        [Option(
            "the sizes of the hidden layers, of any number", Pattern = $"{Size}(,{Size})*",
            Takes = "sizes from 1 to 10000 such as 100 or 100,50")] string HiddenSizes = "100",
        [Option("the learning rate", Name = "lr", Min = 0, Max = 1_000_000)] double LearningRate = 0.3,
        [Option("whether the hidden loss is taken before W3 changes (correct) or after (slide)")] UpdateOrder Order = UpdateOrder.Both,
        [Option(
            "where to write the trained weights, those of the correct order when both are run", Pattern = ".*",
            Takes = "the name of a file")] string Save = "",
        [Option(
            "saved weights to begin with; their sizes count, not --hidden-sizes", Pattern = ".*",
            Takes = "the name of a file")] string Load = "");

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var test = MnistDigits.Test(run.Data);
        return Run(settings, run, MnistDigits.Train(run.Data).First(settings.Rows), test);
    }

    internal ExampleResult Run(Settings settings, ExampleRun run, MnistDigits train, MnistDigits test)
    {
        if (settings.Save.Length > 0)
            SavedNetwork.EnsureWritable(settings.Save);
        bool[] correctOrders = settings.Order switch { UpdateOrder.Correct => [true], UpdateOrder.Slide => [false], _ => [true, false] };
        MnistRun[] runs = [.. correctOrders.Select(correct => Train(settings, run, correct, train, test))];
        if (settings.Save.Length > 0)
            SavedNetwork.Save(runs[0].Network.Weights, settings.Save);
        var isSlides = settings with { Order = UpdateOrder.Both, Save = "" } == new Settings();
        return new MnistReport(runs, train.Count, test, isSlides).Result(Title);
    }

    private static MnistRun Train(Settings settings, ExampleRun run, bool correctOrder, MnistDigits train, MnistDigits test)
    {
        var name = correctOrder ? "correct order" : "slide's order";
        var network = FirstNetwork(settings, run, correctOrder, train.PixelsEach);
        var (losses, elapsed) = MnistTraining.Run(
            network, train, settings.Epochs, print: printed =>
            {
                run.Progress.Cancellation.ThrowIfCancellationRequested();
                long done = ((long)printed.Epoch * train.Count) + printed.Step, total = (long)settings.Epochs * train.Count;
                run.Progress.Show(new(done, total, $"{name}, step", printed.Loss));
            });
        return new(name, correctOrder, network, losses, elapsed, network.Accuracy(test).NotMatched);
    }

    // The same weights for both orders: drawn from the same seed, or read from the same file.
    private static NeuralNetwork FirstNetwork(Settings settings, ExampleRun run, bool correctOrder, int inputs)
    {
        var rate = settings.LearningRate;
        if (settings.Load is { Length: > 0 } path)
        {
            var weights = SavedNetwork.Load(path);
            if ((weights[0].Rows, weights[^1].Columns) != (inputs, 10))
            {
                throw new UserErrorException(
                    $"{path} holds a network of {weights[0].Rows} inputs and {weights[^1].Columns} outputs; MNIST needs {inputs} and 10.");
            }

            return weights.Count == 4 ? new NeuralNetwork(weights, rate, correctOrder) : new DeepNeuralNetwork(weights, rate, correctOrder);
        }

        var random = SeededRandom.Of(run.Seed);
        int[] sizes = [.. settings.HiddenSizes.Split(',').Select(int.Parse)];
        return sizes.Length == 1
            ? new NeuralNetwork(inputs, sizes[0], 10, rate, correctOrder, random)
            : new DeepNeuralNetwork(inputs, sizes, 10, rate, correctOrder, random);
    }
}
