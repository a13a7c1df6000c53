namespace CourseLabs.Charts;

/// <summary>Counts numbers in bins of equal width, as numpy.histogram does: each includes its lower end, the last one both.</summary>
internal sealed class Bins
{
    private readonly double _from;
    private readonly double _to;
    private readonly double[] _counts;

    public Bins(IReadOnlyList<double> values, int bins, (double From, double To)? within)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        if (within is var (low, high) && !(double.IsFinite(low) && double.IsFinite(high) && low < high))
            throw new ArgumentException(
                $"A histogram's range goes from a lower to a higher finite number, not from {Csv.Number(low)} to {Csv.Number(high)}.",
                nameof(within));
        var finite = values.Where(double.IsFinite).ToList();
        NotFinite = values.Count - finite.Count;
        (_from, _to) = within ?? (finite.Count == 0 ? (0, 1) : (finite.Min(), finite.Max()));
        if (_from == _to)
        {
            var margin = Math.Max(0.5, Math.Abs(_from) * 1e-9);
            (_from, _to) = (Math.Max(_from - margin, double.MinValue), Math.Min(_to + margin, double.MaxValue));
        }

        _counts = new double[bins];
        foreach (var value in finite)
        {
            if (value < _from || value > _to)
                Outside++;
            else
                _counts[Math.Min((int)(Part(value) * bins), bins - 1)]++;
        }
    }

    public int NotFinite { get; }

    public int Outside { get; }

    public double Width => Math.Min((_to / _counts.Length) - (_from / _counts.Length), double.MaxValue);

    public IEnumerable<double> Centres =>
        _counts.Select((_, i) => (i + 0.5) / _counts.Length).Select(part => (_from * (1 - part)) + (_to * part));

    public IReadOnlyList<double> Counts => _counts;

    // In halves, as the whole range may be more than the largest double.
    private double Part(double value) => ((value / 2) - (_from / 2)) / ((_to / 2) - (_from / 2));
}
