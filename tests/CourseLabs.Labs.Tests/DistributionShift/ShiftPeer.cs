using System.Text.Json;
using Xunit;

namespace CourseLabs.Labs.Tests.DistributionShift;

/// <summary>The figures of one shift and one seed, which <c>Peers/distribution_shift.py</c> took from PyTorch.</summary>
internal sealed class ShiftPeer(string shift, long seed)
{
    private static readonly JsonDocument File = JsonDocument.Parse(
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", "distribution_shift.json")));

    /// <summary>The seeds that the file has.</summary>
    public static TheoryData<long> Seeds => [0, 1, 42];

    /// <summary>Asserts |actual - expected| &lt;= 1e-4 max(1, |expected|), which 400 epochs in float32 keep, for every number.</summary>
    public void AssertEqual(string name, IEnumerable<double> actual)
    {
        JsonElement figure = File.RootElement.GetProperty("figures").GetProperty($"{shift} {seed}: {name}");
        double[] expected = [.. figure.EnumerateArray().Select(e => e.GetDouble())];
        double[] ours = [.. actual];
        Assert.Equal(expected.Length, ours.Length);
        Assert.All(expected.Zip(ours), pair => Assert.InRange(Math.Abs(pair.Second - pair.First), 0, 1e-4 * Math.Max(1, Math.Abs(pair.First))));
    }
}
