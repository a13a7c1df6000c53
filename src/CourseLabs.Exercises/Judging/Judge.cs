using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Values;

namespace CourseLabs.Exercises.Judging;

/// <summary>
/// Judges a student's members: draws the inputs, computes what is right, and compares. Nothing of the student's runs here: the values
/// come from <see cref="IStudentCode"/>.
/// </summary>
/// <param name="exercise">The tasks.</param>
/// <param name="seed">The seed of all inputs.</param>
public sealed class Judge(Exercise exercise, long seed = 0)
{
    // In a process that other tasks have used. Who needs longer is called again in a fresh one, with all the time that the task allows: an
    // endless loop then costs this much more, and not twice its limit.
    private const double SecondsInUsedProcess = 1;

    // Inputs and right answers are the same for every student. torch's generator is one for the process: one thread at a time.
    private readonly Lock torchGenerator = new();
    private readonly Dictionary<(string Task, int Round, int Case), (CallRequest Request, Answer Right)> prepared = [];
    private readonly Dictionary<(string Task, string Mistake, int Round, int Case), Answer?> mistaken = [];

    /// <summary>The most seconds that a call may take, whatever its task allows.</summary>
    public double MostSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>The verdicts of all tasks, or of some.</summary>
    /// <param name="code">The student's members.</param>
    /// <param name="only">Which tasks; all when null.</param>
    public IEnumerable<Verdict> All(IStudentCode code, IEnumerable<Check>? only = null) =>
        (only ?? exercise.Checks).Select(check =>
        {
            ArgumentNullException.ThrowIfNull(code);
            var verdict = Of(check, code);
            if (code.IsFreshFor(check.Member) || !MayBeOfAnother(verdict))
                return verdict;
            code.Renew();
            return Of(check, code);
        });

    // What one task leaves behind (memory that is gone, threads that never end) must not cost the next: such a verdict is made again, in a
    // process of its own.
    private static bool MayBeOfAnother(Verdict verdict) =>
        verdict.Kind is VerdictKind.TooSlow or VerdictKind.EndedProcess
        || (verdict.Kind == VerdictKind.Threw && verdict.Message.English.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal));

    /// <summary>The verdict of one task.</summary>
    /// <param name="check">The task.</param>
    /// <param name="code">The student's members.</param>
    public Verdict Of(Check check, IStudentCode code)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(code);
        var sentences = new Sentences(check, seed);
        // Before the compiler's answer is waited for: the inputs and right answers of the first round are made meanwhile.
        var first = Prepare(check, 0, 0);
        if (code.Build.ErrorsOf(check.Member) is { Count: > 0 } errors)
            return sentences.DoesNotCompile(errors);
        if (code.Build.NotStarted.Contains(check.Member))
            return sentences.NotStarted();

        var trials = new List<Trial>();
        var printed = "";
        IReadOnlyList<string> names = [];
        foreach ((var round, var @case) in from r in Enumerable.Range(0, Check.Rounds) from c in Enumerable.Range(0, check.Cases) select (r, c))
        {
            (var request, var right) = round == 0 && @case == 0 ? first : Prepare(check, round, @case);
            var outcome = code.Invoke(request, Limit(check, code));
            if (outcome.End != CallEnd.Returned)
                return sentences.Of(outcome);
            if (ReadAnswer(outcome) is not { } got)
                return sentences.Of(new(CallEnd.EndedProcess) { Text = "it wrote into the pipe of the check" });
            (printed, names) = (outcome.Printed, outcome.Names);
            trials.Add(new(round, @case, Answer.Read(request.Arguments), got, right));

            // The same input again, at once: what a method keeps from call to call (a gradient that is never zeroed) shows itself here.
            if (trials.Count == 1 && Repeated(check, code, request, trials[0], sentences) is { } differs)
                return differs with { Printed = printed };
        }

        return Judged(check, trials, sentences with { Names = names }) with { Printed = printed };
    }

    private Verdict Judged(Check check, List<Trial> trials, Sentences sentences)
    {
        if (trials.All(t => Difference.Between(t.Got, t.Right, check) is null))
            return sentences.Passed();
        // Before the shape: a mistake known by name may show itself in the shape, or in a NaN.
        string[] mistakes = [.. check.MistakeNames.Where(name => trials.All(t => IsMistake(check, name, t)))];
        if (mistakes.Length > 0)
            return sentences.KnownMistake(mistakes, exercise);
        var worst = trials.Select(t => (Trial: t, Difference: Difference.Between(t.Got, t.Right, check)))
            .Where(x => x.Difference is not null).MinBy(x => x.Difference!.Kind);
        return sentences.Of(worst.Difference!, worst.Trial, Relation.Find(trials, check));
    }

    private bool IsMistake(Check check, string name, Trial trial) =>
        Mistaken(check, name, trial) is { } answer && Difference.Between(trial.Got, answer, check) is null;

    private Answer? Mistaken(Check check, string name, Trial trial)
    {
        lock (torchGenerator)
        {
            var key = (check.Id, name, trial.Round, trial.Case);
            if (mistaken.TryGetValue(key, out var known))
                return known;
            try
            {
                return mistaken[key] = check.MistakenAnswer(name, Drawn(check, trial.Round, trial.Case));
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.Runtime.InteropServices.ExternalException)
            {
                return mistaken[key] = null; // the mistake cannot be made with this input
            }
        }
    }

    private TimeSpan Limit(Check check, IStudentCode code) =>
        TimeSpan.FromSeconds(Math.Min(code.IsFreshFor(check.Member) ? check.Seconds : Math.Min(check.Seconds, SecondsInUsedProcess), MostSeconds));

    private Verdict? Repeated(Check check, IStudentCode code, CallRequest request, Trial first, Sentences sentences)
    {
        var again = code.Invoke(request, Limit(check, code));
        if (again.End != CallEnd.Returned)
            return sentences.Of(again);
        return ReadAnswer(again) is { } second && Difference.Between(second, first.Got, check) is { } difference
            ? sentences.SecondCall(difference, first.Got, second)
            : null;
    }

    private (CallRequest Request, Answer Right) Prepare(Check check, int round, int @case)
    {
        lock (torchGenerator)
        {
            var key = (check.Id, round, @case);
            if (prepared.TryGetValue(key, out var known))
                return known;
            var arguments = check.Arguments(Drawn(check, round, @case));
            var request = new CallRequest(check.Member, check.ParameterTypes, check.ResultType, arguments, Drawn(check, round, @case).TorchSeed);
            return prepared[key] = (request, check.RightAnswer(Drawn(check, round, @case)));
        }
    }

    private Draw Drawn(Check check, int round, int @case) => new(seed, check.Id, round, @case);

    private static Answer? ReadAnswer(CallOutcome outcome)
    {
        try
        {
            return Answer.Read(outcome.Value);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
