using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CourseLabs.Tests;

namespace CourseLabs.Benchmarks;

/// <summary>The command as instructors and students start it: <c>labs grade 03</c> and <c>labs check 03</c>. They have no peer.</summary>
internal static partial class GradingBenchmark
{
    /// <summary>How often grading is measured at most: one run is a mean over many submissions already.</summary>
    public const int MostRuns = 3;

    private const string Sandbox = "apt-get install bubblewrap";

    private static readonly string Launcher = Path.Combine(Checkout.Root, "labs.sh");
    private static readonly string Samples = Path.Combine(Checkout.Root, "tests", "CourseLabs.Grading.Tests", "Samples");

    /// <summary>Grading a class; the peak memory is that of the grader itself, without the students' processes.</summary>
    public static Growth Submissions { get; } = new(
        "submissions", "Grading lab 03: one third good, one third middling, one third weak with an endless loop", "n, submissions",
        "seconds; megabytes", [3, 6, 12, 24, 48, 96, 192, 384], Grading) { Usual = 48, Runs = 1 };

    /// <summary>Submissions a minute, and how long a student waits for a check.</summary>
    public static int Compare(int runs)
    {
        new Race(
            "Grading 12 submissions of lab 03, a third with an endless loop", "submissions a minute",
            new Contender("labs grade", () => 60 * 12 / Grade(12).Seconds, Sandbox))
            .Run(Math.Min(runs, MostRuns))
            .Alone("labs grade");
        new Race(
            "Checking right answers of lab 03, built before", "milliseconds",
            new Contender("labs check", () => Timing.Milliseconds(1, Check)[0]))
            .Run(runs)
            .Alone("labs check");
        return 0;

        static void Check() => Labs("check", "03", "--file", Path.Combine(Samples, "good"));
    }

    private static Contender[] Grading(int submissions)
    {
        var last = (Seconds: 0.0, Megabytes: 0.0);
        return
        [
            new("time (s)", () => (last = Grade(submissions)).Seconds, Sandbox),
            new("peak memory of the grader (MB)", () => last.Megabytes, Sandbox),
        ];
    }

    private static (double Seconds, double Megabytes) Grade(int submissions)
    {
        Labs("list"); // builds what has changed, which does not count
        var folder = Directory.CreateTempSubdirectory("grading");
        try
        {
            foreach (var (i, sample) in Enumerable.Range(0, submissions).Select(i => (i, new[] { "good", "middling", "weak" }[i % 3])))
            {
                // Each text is another one, as in a class.
                var student = folder.CreateSubdirectory($"class/student-{i:D4}");
                var text = File.ReadAllText(Path.Combine(Samples, sample, "Tasks.cs"));
                File.WriteAllText(Path.Combine(student.FullName, "Tasks.cs"), $"{text}\n// {student.Name}\n");
            }

            var kilobytes = 0.0;
            string Inside(string name) => Path.Combine(folder.FullName, name);
            var milliseconds = Timing.Milliseconds(1, () => Command.Run(
                process => kilobytes = Math.Max(kilobytes, PeakMemory(process)),
                Launcher, "grade", "03", "--seed", "5", "--submissions", Inside("class"), "--out", Inside("grades.csv")));
            return (milliseconds[0] / 1000, kilobytes / 1024);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Labs(params string[] arguments) => Command.Run(Launcher, arguments);

    // The launcher becomes the grader (exec), so both are this process. 0 where it has just ended.
    private static double PeakMemory(Process process)
    {
        try
        {
            var found = HighWater().Match(File.ReadAllText($"/proc/{process.Id}/status"));
            return found.Success ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex HighWater();
}
