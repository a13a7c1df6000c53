namespace CourseLabs.Backprop.Neurons;

/// <summary>How a perceptron's training ended.</summary>
public enum PerceptronEnd
{
    /// <summary>An epoch had no error: every example is classified, and the weights no longer change.</summary>
    Converged,

    /// <summary>
    /// An epoch ended with weights that an earlier one had ended with: from here on all repeats, so this start never converges.
    /// </summary>
    Cycles,

    /// <summary>Neither had happened when the limit was reached.</summary>
    LimitReached,
}

/// <summary>What training a perceptron gave.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Errors">For each epoch, how many examples were classified wrongly when their turn came.</param>
public sealed record PerceptronTraining(PerceptronEnd End, IReadOnlyList<int> Errors);
