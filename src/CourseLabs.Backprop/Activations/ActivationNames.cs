namespace CourseLabs.Backprop.Activations;

/// <summary>Activations by name, for a command line.</summary>
public static class ActivationNames
{
    private static readonly SortedDictionary<string, Func<Activation>> Makers = new(StringComparer.Ordinal)
    {
        ["identity"] = () => new Identity(),
        ["step"] = () => new BinaryStep(),
        ["sigmoid"] = () => new Sigmoid(),
        ["tanh"] = () => new Tanh(),
        ["arctan"] = () => new Arctan(),
        ["relu"] = () => new Relu(),
        ["leaky-relu"] = () => new LeakyRelu(),
        ["prelu"] = () => new Prelu(),
        ["elu"] = () => new Elu(),
        ["softplus"] = () => new Softplus(),
        ["maxout"] = () => new Maxout(),
        ["softmax"] = () => new Softmax(),
    };

    /// <summary>Every name, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> All => Makers.Keys;

    /// <summary>A new activation with its default settings.</summary>
    /// <param name="name">One of <see cref="All"/>.</param>
    /// <returns>An object of its own, as a layer needs whose activation learns something.</returns>
    /// <exception cref="ArgumentException">There is none of this name; the message lists those there are.</exception>
    public static Activation Create(string name) => Makers.TryGetValue(name, out var make)
        ? make()
        : throw new ArgumentException($"There is no activation \"{name}\"; there are {string.Join(", ", All)}.", nameof(name));
}
