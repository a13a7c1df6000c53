namespace CourseLabs.Labs;

/// <summary>
/// A model's weights (classes x 2) and biases, row by row, and its shares of wrong predictions before and after the shift.
/// </summary>
public sealed record Diagnosis(string Name, float[] W, float[] B, double ErrorBefore, double ErrorAfter)
{
    /// <summary>By how much the last class leads the best of the others.</summary>
    public double LeadOfLast(double x1, double x2)
    {
        double[] logits = [.. B.Select((b, i) => (W[2 * i] * x1) + (W[(2 * i) + 1] * x2) + b)];
        return logits[^1] - logits[..^1].Max();
    }
}
