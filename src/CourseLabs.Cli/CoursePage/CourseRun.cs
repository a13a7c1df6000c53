using System.Globalization;
using System.Runtime.InteropServices;
using CourseLabs.Cli.Health;
using CourseLabs.Cli.Running;
using CourseLabs.Examples;
using CourseLabs.Labs;
using TorchSharp;

namespace CourseLabs.Cli.CoursePage;

/// <summary>A run of the whole course, as its page shows it.</summary>
/// <param name="Settings">What the examples were run with.</param>
/// <param name="Started">When.</param>
/// <param name="Took">How long it was.</param>
/// <param name="Outcomes">What was finished, in the course's order.</param>
/// <param name="IsInterrupted">Whether the user ended it before all were.</param>
/// <param name="Pictures">The charts' small copies, by example and name; one that could not be made is not there.</param>
/// <param name="Checkout">The way from the page's folder to the sources, for links; null where there is none.</param>
public sealed record CourseRun(
    ExampleRun Settings, DateTime Started, TimeSpan Took, IReadOnlyList<ExampleOutcome> Outcomes, bool IsInterrupted,
    IReadOnlyDictionary<(string Example, string Name), WebPicture> Pictures, string? Checkout)
{
    /// <summary>The examples of one item that were run.</summary>
    public IEnumerable<ExampleOutcome> Of(CourseItem item) => Outcomes.Where(o => o.Example.Id == item.Id);

    /// <summary>Those that are of no item of the decks.</summary>
    public IEnumerable<ExampleOutcome> Others => Outcomes.Where(o => CourseItem.All.All(item => item.Id != o.Example.Id));

    /// <summary>Those that had to do without their real data.</summary>
    public IEnumerable<ExampleOutcome> MadeUp => Outcomes.Where(o => o.Result?.IsMadeUp == true);

    /// <summary>Those that ended with an error.</summary>
    public IEnumerable<ExampleOutcome> Failed => Outcomes.Where(o => o.Error is not null);

    /// <summary>Of all examples.</summary>
    public Tally Total => Tally.Of(Outcomes);

    /// <summary>What computed it: a name and a version each.</summary>
    public static IEnumerable<(string Name, string Version)> Versions =>
    [
        (".NET", Environment.Version.ToString()),
        ("TorchSharp", TorchCheckup.TorchSharpVersion),
        ("libtorch", torch.__version__),
        ("system", $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors"),
    ];

    /// <summary>A link to a file of the checkout; null where there is no checkout.</summary>
    public string? Source(string path) => Checkout is null ? null : $"{Checkout}/{path}";

    /// <summary>A time as a person reads it.</summary>
    public static string Seconds(double seconds) => seconds.ToString(seconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " s";
}

/// <summary>How many figures there are to compare, and how many match.</summary>
/// <param name="Matching">How many match.</param>
/// <param name="Compared">How many have an expected value.</param>
/// <param name="Failed">How many examples ended with an error.</param>
public readonly record struct Tally(int Matching, int Compared, int Failed)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWell => Matching == Compared && Failed == 0;

    /// <summary>The class of its text on the page.</summary>
    public string Class => (IsWell, Compared) switch { (false, _) => "bad", (_, 0) => "soft", _ => "good" };

    /// <summary>Counts.</summary>
    public static Tally Of(IEnumerable<ExampleOutcome> outcomes)
    {
        ExampleOutcome[] all = [.. outcomes];
        Figure[] compared = [.. all.SelectMany(o => o.Figures).Where(f => f.Match is not null)];
        return new(compared.Count(f => f.Match == true), compared.Length, all.Count(o => o.Error is not null));
    }

    /// <summary><c>✓ 5 of 5</c>.</summary>
    public override string ToString() => (Failed, Compared) switch
    {
        ( > 0, _) => "✗ failed",
        (_, 0) => "nothing to compare with",
        _ => $"{(IsWell ? "✓" : "✗")} {Matching} of {Compared}",
    };
}
