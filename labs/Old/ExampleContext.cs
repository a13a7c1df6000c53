using CourseLabs.Data.Hub;
using CourseLabs.Examples;

namespace CourseLabs.Labs.Old;

/// <summary>What an example gets to run with. The default is the slide's own setting on the CPU with seed 0.</summary>
public sealed class ExampleContext
{
    private readonly Dictionary<ExampleOption, object> values = [];
    private DataHub? data;

    /// <summary>The seed of every random draw.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// Whether to take a short cut (fewer epochs, say) where an example has one; figures of the full run are then not compared.
    /// </summary>
    public bool Quick { get; init; }

    /// <summary>Where tensors live: <c>cpu</c> or <c>cuda</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>
    /// The folder of data files that the user named (<c>--data</c>); when null, the one that COURSELABS_DATA names, if any.
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>Brings data files: from <see cref="DataFolder"/>, else the cache, else their sources, which shows as progress.</summary>
    public DataHub Data
    {
        get => data ??= new(DataFolder)
        {
            Cancellation = Cancellation,
            Progress = p => Progress?.Invoke(new(p.Received / 1000, (p.Total ?? p.Received) / 1000, $"{p.Name} kB")),
        };
        init => data = value;
    }

    /// <summary>Asked for when the user interrupts; a loop looks at it each round.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Who shows progress; called now and then (every 100 epochs, say), not in every round.</summary>
    public Action<ProgressStep>? Progress { get; set; }

    /// <summary>Sets one of the example's own options.</summary>
    /// <exception cref="UserErrorException">The option does not take this value.</exception>
    public ExampleContext With<T>(ExampleOption<T> option, T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(option);
        values[option] = option.Checked(value);
        return this;
    }

    /// <summary>Sets one of the example's own options from what the user typed.</summary>
    /// <exception cref="UserErrorException">The text is no value of the option.</exception>
    public ExampleContext With(ExampleOption option, string text)
    {
        ArgumentNullException.ThrowIfNull(option);
        values[option] = option.Parse(text);
        return this;
    }

    /// <summary>The value of an own option: the one that was set, or its default (the quick one when <see cref="Quick"/>).</summary>
    public T Get<T>(ExampleOption<T> option)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(option);
        return values.TryGetValue(option, out object? value) ? (T)value : Quick ? option.QuickDefault : option.Default;
    }

    /// <summary>Whether these own options have the defaults of a full run, which expected figures are taken with.</summary>
    public bool HasDefault(params IEnumerable<ExampleOption> options) => options.All(option => option.IsDefaultIn(this));
}
