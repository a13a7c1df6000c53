using System.Globalization;
using CourseLabs.Examples;

namespace CourseLabs.Labs.Old;

/// <summary>An option of one example, <c>--epochs 5000</c>: typed, with a default, a help text, and a sentence for nonsense.</summary>
/// <param name="name">The name without its dashes.</param>
/// <param name="help">What it sets, in one line.</param>
public abstract class ExampleOption(string name, string help)
{
    /// <summary>The name without its dashes, such as <c>epochs</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What it sets, in one line.</summary>
    public string Help { get; } = help;

    /// <summary>Whether it is a switch that needs no value.</summary>
    public abstract bool IsFlag { get; }

    /// <summary>The default as the user would type it.</summary>
    public abstract string DefaultText { get; }

    /// <summary>What the option takes, in words: "a whole number from 1 to 10".</summary>
    public abstract string Takes { get; }

    internal abstract object Parse(string text);

    internal abstract bool IsDefaultIn(ExampleContext context);

    /// <summary>An option that takes a whole number.</summary>
    public static ExampleOption<int> WholeNumber(
        string name, int defaultValue, string help, int min = int.MinValue, int max = int.MaxValue, int? quick = null) =>
        new(name, help, defaultValue, quick ?? defaultValue, Range("a whole number", min, min == int.MinValue, max, max == int.MaxValue),
            text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? (true, value) : default,
            value => value >= min && value <= max);

    /// <summary>An option that takes a finite number, written with a decimal point.</summary>
    public static ExampleOption<double> Number(
        string name, double defaultValue, string help, double min = double.MinValue, double max = double.MaxValue, double? quick = null) =>
        new(name, help, defaultValue, quick ?? defaultValue, Range("a number", min, min == double.MinValue, max, max == double.MaxValue),
            text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? (true, value) : default,
            value => double.IsFinite(value) && value >= min && value <= max);

    /// <summary>An option that takes one of a few words.</summary>
    public static ExampleOption<string> Choice(string name, string defaultValue, string help, params string[] choices) =>
        new(name, help, defaultValue, defaultValue, string.Join(" or ", choices), text => (true, text), choices.Contains);

    /// <summary>An option that takes a text of its own kind, such as a file's name.</summary>
    /// <param name="name">The name without its dashes.</param>
    /// <param name="defaultValue">The default.</param>
    /// <param name="help">What it sets, in one line.</param>
    /// <param name="takes">What it takes, in words: "the name of a file".</param>
    /// <param name="allowed">Whether a text is of that kind.</param>
    public static ExampleOption<string> Text(string name, string defaultValue, string help, string takes, Func<string, bool> allowed) =>
        new(name, help, defaultValue, defaultValue, takes, text => (true, text), allowed);

    /// <summary>A switch: off unless given.</summary>
    public static ExampleOption<bool> Flag(string name, string help) =>
        new(name, help, false, false, "nothing after it", text => bool.TryParse(text, out bool value) ? (true, value) : default, _ => true);

    private static string Range<T>(string kind, T min, bool noMin, T max, bool noMax) => (noMin, noMax) switch
    {
        (true, true) => kind,
        (false, true) => FormattableString.Invariant($"{kind} of at least {min}"),
        (true, false) => FormattableString.Invariant($"{kind} of at most {max}"),
        _ => FormattableString.Invariant($"{kind} from {min} to {max}"),
    };
}

/// <summary>An option whose value is a <typeparamref name="T"/>; made by the methods of <see cref="ExampleOption"/>.</summary>
public sealed class ExampleOption<T> : ExampleOption
    where T : notnull
{
    private readonly Func<string, (bool Read, T Value)> read;
    private readonly Func<T, bool> allowed;

    internal ExampleOption(
        string name, string help, T defaultValue, T quickDefault, string takes,
        Func<string, (bool Read, T Value)> read, Func<T, bool> allowed)
        : base(name, help) =>
        (Default, QuickDefault, Takes, this.read, this.allowed) = (defaultValue, quickDefault, takes, read, allowed);

    /// <summary>The slide's own value.</summary>
    public T Default { get; }

    /// <summary>The value under <c>--quick</c>.</summary>
    public T QuickDefault { get; }

    /// <inheritdoc/>
    public override bool IsFlag => typeof(T) == typeof(bool);

    /// <inheritdoc/>
    public override string DefaultText => Convert.ToString(Default, CultureInfo.InvariantCulture)!;

    /// <inheritdoc/>
    public override string Takes { get; }

    internal T Checked(T value) => allowed(value) ? value : throw Wrong(Convert.ToString(value, CultureInfo.InvariantCulture));

    internal override bool IsDefaultIn(ExampleContext context) => context.Get(this).Equals(Default);

    internal override object Parse(string text) => read(text) is (true, var value) && allowed(value) ? value : throw Wrong(text);

    private UserErrorException Wrong(string? text) => new($"--{Name} takes {Takes}, not \"{text}\".");
}
