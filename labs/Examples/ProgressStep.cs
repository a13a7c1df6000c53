namespace CourseLabs.Labs.Examples;

/// <summary>How far a long example has come.</summary>
/// <param name="Done">Rounds done, counted from 0: the <paramref name="Unit"/> just computed.</param>
/// <param name="Total">Rounds in all.</param>
/// <param name="Unit">What a round is: <c>epoch</c>, <c>step</c>, <c>fold</c>.</param>
/// <param name="Loss">The loss of this round, where there is one.</param>
public readonly record struct ProgressStep(long Done, long Total, string Unit, double? Loss = null);
