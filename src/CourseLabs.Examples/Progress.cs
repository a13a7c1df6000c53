namespace CourseLabs.Examples;

/// <summary>How far a long example has come, and whether the user has had enough of it.</summary>
/// <param name="show">Who shows it; nobody when null.</param>
/// <param name="cancellation">Asked for when the user interrupts.</param>
public sealed class Progress(Action<ProgressStep>? show = null, CancellationToken cancellation = default)
{
    private const int TimesShown = 50;

    /// <summary>Nobody looks, and nobody interrupts.</summary>
    public static Progress None { get; } = new();

    /// <summary>For what takes a token of .NET's own.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Called in every round of a loop; about fifty rounds are shown, the first among them.</summary>
    /// <param name="done">The round just computed, from 0.</param>
    /// <param name="total">Rounds in all.</param>
    /// <param name="unit">What a round is: <c>epoch</c>, <c>step</c>, <c>fold</c>.</param>
    /// <param name="loss">The loss of this round, where there is one.</param>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public void Report(long done, long total, string unit, double? loss = null)
    {
        cancellation.ThrowIfCancellationRequested();
        if (done % Math.Max(1, total / TimesShown) == 0)
            Show(new(done, total, unit, loss));
    }

    /// <summary>Shows a step as it is; for a loop that reports only now and then by itself.</summary>
    public void Show(ProgressStep step) => show?.Invoke(step);
}

/// <summary>How far a long example has come.</summary>
/// <param name="Done">The round just computed, from 0.</param>
/// <param name="Total">Rounds in all.</param>
/// <param name="Unit">What a round is: <c>epoch</c>, <c>step</c>, <c>fold</c>.</param>
/// <param name="Loss">The loss of this round, where there is one.</param>
public readonly record struct ProgressStep(long Done, long Total, string Unit, double? Loss = null);
