using System.Globalization;
using CourseLabs.Backprop.Networks;
using CourseLabs.Data.Digits;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;

namespace CourseLabs.Labs;

/// <summary>COURSE C4: the slide's network learns the real MNIST, in the correct order of updates and in the slide's.</summary>
public sealed class MnistExample : OldExample
{
    private const string BothOrders = "both";

    /// <summary>How often the pictures are seen.</summary>
    public static ExampleOption<int> Epochs { get; } =
        ExampleOption.WholeNumber("epochs", 1, "how often the network sees all pictures; 0 only tests", min: 0, max: 1000);

    /// <summary>How many pictures are trained on.</summary>
    public static ExampleOption<int> Rows { get; } =
        ExampleOption.WholeNumber("rows", 60_000, "how many of the training pictures are used", min: 1, max: 60_000, quick: 5_000);

    /// <summary>The sizes of the hidden layers, from the input on.</summary>
    public static ExampleOption<string> HiddenSizes { get; } = ExampleOption.Text(
        "hidden-sizes", "100", "the sizes of the hidden layers, of any number", "sizes from 1 to 10000 such as 100 or 100,50", text => Sizes(text).Count > 0);

    /// <summary>The learning rate.</summary>
    public static ExampleOption<double> LearningRate { get; } = ExampleOption.Number("lr", 0.3, "the learning rate", min: 0);

    /// <summary>When a hidden layer's loss is taken.</summary>
    public static ExampleOption<string> Order { get; } = ExampleOption.Choice(
        "order", BothOrders, "whether the hidden loss is taken before W3 changes (correct) or after (slide)", BothOrders, "correct", "slide");

    /// <summary>Where the trained weights go.</summary>
    public static ExampleOption<string> Save { get; } = ExampleOption.Text(
        "save", "", "where to write the trained weights, those of the correct order when both are run", "the name of a file", _ => true);

    /// <summary>Where the first weights come from.</summary>
    public static ExampleOption<string> Load { get; } = ExampleOption.Text(
        "load", "", "saved weights to begin with; their sizes count, not --hidden-sizes", "the name of a file", _ => true);

    /// <inheritdoc/>
    public override string Id => "C4";

    /// <inheritdoc/>
    public override string Name => "mnist";

    /// <inheritdoc/>
    public override string Lab => "04-mnist";

    /// <inheritdoc/>
    public override string Title => "The slide's NeuralNetwork on MNIST";

    /// <inheritdoc/>
    public override string Description =>
        "A network of 784, 100 and 10 sigmoid neurons by hand, W ~ randn/sqrt(n_in), b ~ rand, learns the 60,000 digits one at a time in the " +
        "file's order with learning rate 0.3; losses are printed after the update on their row, as the slide's are. The slide's code takes " +
        "the hidden layer's loss from the W3 that it has just updated; both orders run from the same first weights. The slide's seed is " +
        "unknown, so its losses stand beside ours without a verdict.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Epochs, Rows, HiddenSizes, LearningRate, Order, Save, Load];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        MnistDigits test = MnistDigits.Test(context.Data);
        return Run(context, MnistDigits.Train(context.Data).First(context.Get(Rows)), test);
    }

    /// <summary>As <see cref="Run(ExampleContext)"/>, on the given digits.</summary>
    internal ExampleResult Run(ExampleContext context, MnistDigits train, MnistDigits test)
    {
        string path = context.Get(Save);
        if (path.Length > 0)
            SavedNetwork.EnsureWritable(path);
        UpdateOrder[] orders = context.Get(Order) switch
        {
            "correct" => [UpdateOrder.Correct],
            "slide" => [UpdateOrder.Slide],
            _ => [UpdateOrder.Correct, UpdateOrder.Slide],
        };
        MnistRun[] runs = [.. orders.Select(order => Train(context, order, train, test))];
        if (path.Length > 0)
            SavedNetwork.Save(runs[0].Network.Layers, path);
        return new MnistReport(runs, train.Count, test, IsSlides(context), context.Seed).Result(Title);
    }

    private static MnistRun Train(ExampleContext context, UpdateOrder order, MnistDigits train, MnistDigits test)
    {
        int epochs = context.Get(Epochs);
        string unit = $"{MnistRun.Words(order)}, step";
        var network = new NeuralNetwork(FirstWeights(context, train.PixelsEach), context.Get(LearningRate), order);
        var (losses, elapsed) = OnlineTraining.Run(
            network,
            train,
            epochs,
            printed => context.Progress?.Invoke(
                new(((long)printed.Epoch * train.Count) + printed.Step, (long)epochs * train.Count, unit, printed.Loss)),
            context.Cancellation);
        return new(order, network, losses, elapsed, network.Accuracy(test).NotMatched);
    }

    // The same for both orders: drawn from the same seed, or read from the same file.
    private static Network FirstWeights(ExampleContext context, int inputs)
    {
        if (context.Get(Load) is not { Length: > 0 } path)
            return new NeuralNetwork(inputs, Sizes(context.Get(HiddenSizes)), DigitRow.Classes, 0, default, new(unchecked((int)context.Seed))).Layers;
        Network network = SavedNetwork.Load(path);
        if (network.Layers[0].Inputs != inputs || network.Layers[^1].Outputs != DigitRow.Classes)
        {
            throw new UserErrorException(
                $"{path} holds a network of {network.Layers[0].Inputs} inputs and {network.Layers[^1].Outputs} outputs; MNIST needs {inputs} and {DigitRow.Classes}.");
        }

        return network;
    }

    private static bool IsSlides(ExampleContext context) =>
        context.Get(Epochs) == Epochs.Default && context.Get(Rows) == Rows.Default && context.Get(HiddenSizes) == HiddenSizes.Default
        && context.Get(LearningRate) == LearningRate.Default && context.Get(Load).Length == 0;

    // None when a size is not one.
    private static List<int> Sizes(string text)
    {
        var sizes = new List<int>();
        foreach (string part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || size is < 1 or > 10_000)
                return [];
            sizes.Add(size);
        }

        return sizes;
    }
}
