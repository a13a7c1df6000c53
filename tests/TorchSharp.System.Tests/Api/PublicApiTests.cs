namespace TorchSharp.Tests.Api;

/// <summary>
/// Source that compiles against TorchSharp.System must compile against TorchSharp 0.106.0. declared.txt holds lines of the real
/// assembly's listing (ApiLines over TorchSharp.dll of the package), never of ours: to declare a member more, take its line from there.
/// </summary>
public class PublicApiTests
{
    private static readonly SortedSet<string> Ours = ApiLines.Of(typeof(torch).Assembly);
    private static readonly HashSet<string> Real = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Api", "declared.txt"))];

    [Fact]
    public void Every_public_member_has_exactly_the_signature_of_TorchSharp()
    {
        var foreign = Ours.Where(line => !Real.Contains(line)).ToList();
        Assert.True(foreign.Count == 0, $"{foreign.Count} of {Ours.Count} are not in TorchSharp 0.106.0:\n" + string.Join("\n", foreign.Take(50)));
    }

    [Fact]
    public void No_declared_member_has_been_lost()
    {
        var lost = Real.Where(line => !Ours.Contains(line)).ToList();
        Assert.True(lost.Count == 0, $"{lost.Count} of {Real.Count} are declared no more:\n" + string.Join("\n", lost.Take(50)));
    }

    [Fact]
    public void The_listing_covers_the_whole_course() => Assert.True(Ours.Count > 2000, $"only {Ours.Count} public members are declared");
}
