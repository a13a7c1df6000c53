using CourseLabs.Labs.Old;

namespace CourseLabs.Labs;

/// <summary>The options of the examples that train on houses.</summary>
public static class HouseOptions
{
    /// <summary>How often each training row is seen.</summary>
    public static ExampleOption<int> Epochs { get; } =
        ExampleOption.WholeNumber("epochs", 100, "how often each training row is seen", min: 1, max: 5000, quick: 10);

    /// <summary>The learning rate.</summary>
    public static ExampleOption<double> LearningRate { get; } =
        ExampleOption.Number("lr", 5, "the learning rate of Adam", min: 0, max: 1_000_000);

    /// <summary>The weight decay.</summary>
    public static ExampleOption<double> WeightDecay { get; } =
        ExampleOption.Number("weight-decay", 0, "the weight decay of Adam", min: 0, max: 1_000_000);

    /// <summary>Rows a step.</summary>
    public static ExampleOption<int> BatchSize { get; } =
        ExampleOption.WholeNumber("batch", 64, "how many rows a step of Adam takes", min: 1);

    /// <summary>How many folds.</summary>
    public static ExampleOption<int> Folds { get; } = ExampleOption.WholeNumber("folds", 5, "k of k-fold cross-validation", min: 2);

    /// <summary>The settings that the user chose.</summary>
    internal static HouseSettings Settings(ExampleContext context) =>
        new(context.Get(Epochs), context.Get(LearningRate), context.Get(WeightDecay), context.Get(BatchSize));

    /// <summary>How many folds are trained at the same time, each on one thread. On a GPU they would only wait for each other.</summary>
    internal static int AtOnce(ExampleContext context) => context.Device == "cpu" ? Environment.ProcessorCount : 1;
}
