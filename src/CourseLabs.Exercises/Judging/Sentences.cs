using System.Globalization;
using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Source;
using CourseLabs.Exercises.Values;
using TorchSharp;

namespace CourseLabs.Exercises.Judging;

/// <summary>The sentences of the verdicts on one task, in both languages.</summary>
internal sealed record Sentences(Check Check, long Seed)
{
    /// <summary>The names of the members of the tuple that the student's method returns.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    private string Wanted => $"{Check.ResultType} {Check.Member}({string.Join(", ", Check.ParameterTypes)})";

    public Verdict DoesNotCompile(IReadOnlyList<CompilerError> errors) => New(VerdictKind.DoesNotCompile, new(
        $"The compiler refuses it: {errors[0]}{More(errors.Count, " (and {0} more)")}",
        $"컴파일되지 않습니다: {errors[0]}{More(errors.Count, " (외 {0}개)")}"));

    public Verdict NotStarted() => New(VerdictKind.NotStarted, new(
        "Not started: the blank (throw new NotImplementedException) is still there.",
        "아직 시작하지 않았습니다: 빈칸(throw new NotImplementedException)이 그대로 있습니다."));

    public Verdict Passed() => New(VerdictKind.Passed, new("Right.", "맞았습니다."));

    public Verdict Of(CallOutcome outcome)
    {
        if (outcome is { End: CallEnd.Threw } && outcome.Text.StartsWith(nameof(NotImplementedException), StringComparison.Ordinal))
            return NotStarted();
        (var kind, var message) = outcome.End switch
        {
            CallEnd.Missing => (VerdictKind.WrongSignature, new Wording(
                $"There is no static method {Check.Member} any more; this task needs {Wanted}.",
                $"정적 메서드 {Check.Member}가 없습니다. 이 문제에는 {Wanted}가 필요합니다.")),
            CallEnd.WrongSignature => (VerdictKind.WrongSignature, new(
                $"The signature is {outcome.Text}; this task needs {Wanted}.",
                $"서명이 {outcome.Text}입니다. 이 문제에는 {Wanted}가 필요합니다.")),
            CallEnd.Threw => (VerdictKind.Threw, new(
                $"It threw {outcome.Text}{(outcome.Line > 0 ? $" (line {outcome.Line})" : "")}",
                $"예외가 발생했습니다: {outcome.Text}{(outcome.Line > 0 ? $" ({outcome.Line}행)" : "")}")),
            CallEnd.EndedProcess => (VerdictKind.EndedProcess, new(
                $"It ended the process: {outcome.Text}",
                $"프로세스가 종료되었습니다: {outcome.Text}")),
            CallEnd.TooSlow => (VerdictKind.TooSlow, new(
                $"It did not return within {Number(Check.Seconds)} s. Does a loop never end?",
                $"{Number(Check.Seconds)}초 안에 끝나지 않았습니다. 끝나지 않는 반복문이 있나요?")),
            CallEnd.InputChanged => (VerdictKind.InputChanged, new(
                $"It changed its input {outcome.Text}. Work on a copy: the caller still needs what it passed.",
                $"입력 {outcome.Text}의 값을 바꾸었습니다. 복사본으로 계산하세요. 호출한 쪽은 원래 값이 필요합니다.")),
            _ => throw new ArgumentException("A value was returned.", nameof(outcome)),
        };
        return New(kind, message) with { Printed = outcome.Printed, Feedback = FeedbackOn(outcome) ?? message };
    }

    // An exception's message and a process's last words can be made up, and so carry the input out.
    private static Wording? FeedbackOn(CallOutcome outcome)
    {
        var line = outcome.Line > 0;
        return outcome.End switch
        {
            CallEnd.Threw => new(
                $"It threw an exception{(line ? $" in line {outcome.Line}" : "")}.", $"예외가 발생했습니다{(line ? $" ({outcome.Line}행)" : "")}."),
            CallEnd.EndedProcess when outcome.Text.StartsWith("libtorch", StringComparison.Ordinal) => new(
                "It ended the process: libtorch refused a call, such as a product of matrices whose shapes do not match.",
                "프로세스가 종료되었습니다: 모양이 맞지 않는 행렬 곱처럼 libtorch가 거부한 호출이 있습니다."),
            CallEnd.EndedProcess when outcome.Text.StartsWith("the stack", StringComparison.Ordinal) => new(
                "It ended the process: the stack overflowed.", "프로세스가 종료되었습니다: 스택이 넘쳤습니다."),
            CallEnd.EndedProcess => new("It ended the process.", "프로세스가 종료되었습니다."),
            _ => null,
        };
    }

    public Verdict SecondCall(Difference difference, Answer first, Answer second)
    {
        var doubled = first.Leaves.Count == second.Leaves.Count && first.Leaves.Zip(second.Leaves).All(p =>
            p.First.Values.Length == p.Second.Values.Length
            && p.First.Values.Zip(p.Second.Values).All(x => Math.Abs((2 * x.First) - x.Second) <= 2 * Difference.AllowedFor(p.Second, p.First, Check)));
        return New(VerdictKind.Relation, doubled
            ? new("Called again with the same input, it returns twice as much: something is kept from call to call and added up.",
                "같은 입력으로 다시 호출하면 결과가 두 배가 됩니다. 이전 호출의 값이 남아 더해지고 있습니다.")
            : new($"Called again with the same input, it returns something else{Place(difference)}: something is kept from call to call.",
                $"같은 입력으로 다시 호출하면 결과가 달라집니다{Place(difference)}. 이전 호출의 값이 남아 있습니다."));
    }

    public Verdict KnownMistake(string[] mistakes, Exercise exercise)
    {
        string Said(Language language) => string.Join(language == Language.Korean ? " 또는: " : " Or: ",
            mistakes.Select(m => exercise.HintsFor(Check.Id, language).Mistakes.GetValueOrDefault(m, m)));
        return New(VerdictKind.KnownMistake, new(Said(Language.English), Said(Language.Korean))) with { Mistakes = mistakes };
    }

    public Verdict Of(Difference difference, Trial trial, Wording? relation)
    {
        (var got, var wanted) = (difference.Got, difference.Wanted);
        switch (difference.Kind)
        {
            case DifferenceKind.Parts when got is null:
                return New(VerdictKind.WrongShape, new(
                    $"The result has {trial.Got.Leaves.Count} parts, {trial.Right.Leaves.Count} are wanted.",
                    $"결과가 {trial.Got.Leaves.Count}개의 부분으로 되어 있습니다. {trial.Right.Leaves.Count}개여야 합니다."));
            case DifferenceKind.Parts:
                return New(VerdictKind.WrongShape, new(
                    $"{Part(difference, "The result")} is {Kind(got!)}, {Kind(wanted)} is wanted.",
                    $"{Part(difference, "결과")}: {Kind(got!)}. {Kind(wanted)}이어야 합니다."));
            case DifferenceKind.Shape:
                return New(VerdictKind.WrongShape, new Wording(
                    $"{Part(difference, "The result")} has the shape {got!.ShapeText}, {wanted.ShapeText} is wanted.",
                    $"{Part(difference, "결과")}의 모양이 {got.ShapeText}입니다. {wanted.ShapeText}이어야 합니다.") + (relation ?? ""));
            case DifferenceKind.Type:
                return New(VerdictKind.WrongShape, new(
                    $"{Part(difference, "The result")} holds numbers of type {Type(got!)}, {Type(wanted)} is wanted.",
                    $"{Part(difference, "결과")}의 자료형이 {Type(got!)}입니다. {Type(wanted)}이어야 합니다."));
            case DifferenceKind.NotFinite:
                return New(VerdictKind.NotFinite, new Wording(
                    $"{Part(difference, "The result")}{got!.PlaceOf(difference.Entry)} is {Number(got.Values[difference.Entry])}, a finite number is "
                        + $"wanted ({Number(wanted.Values[difference.Entry])}; seed {Seed}).",
                    $"{Part(difference, "결과")}{got.PlaceOf(difference.Entry)}의 값이 {Number(got.Values[difference.Entry])}입니다. 유한한 수여야 합니다 "
                        + $"({Number(wanted.Values[difference.Entry])}; seed {Seed}).") + InputOf(trial))
                    with { Feedback = new("The result has a number that is not finite.", "결과에 유한하지 않은 수가 있습니다.") };
            default:
                var worst = Worst(difference) + InputOf(trial);
                return relation is { } seen
                    ? New(VerdictKind.Relation, seen + worst) with { Feedback = seen }
                    : New(VerdictKind.Wrong, worst) with { Feedback = new("The result is another one.", "결과가 다릅니다.") };
        }
    }

    private Wording Worst(Difference d)
    {
        if (d.Got!.Text is not null || d.Wanted.Text is not null)
            return new($"Got \"{d.Got.Text}\", wanted \"{d.Wanted.Text}\" (seed {Seed}).", $"결과는 \"{d.Got.Text}\", 정답은 \"{d.Wanted.Text}\"입니다 (seed {Seed}).");
        (var got, var wanted) = Numbers(d);
        var tolerance = d.Allowed.ToString("0.#E+0", CultureInfo.InvariantCulture);
        (var english, var korean) = d.Allowed > 0 ? ($"tolerance {tolerance}, ", $"허용 오차 {tolerance}, ") : ("", "");
        return new(
            $"The worst entry is {Part(d, "result")}{d.Got.PlaceOf(d.Entry)}: got {got}, wanted {wanted} ({english}seed {Seed}).",
            $"가장 다른 값은 {Part(d, "결과")}{d.Got.PlaceOf(d.Entry)}입니다: 결과 {got}, 정답 {wanted} ({korean}seed {Seed}).");
    }

    // An input of a few numbers is told with them: x = 0, say, is where it matters.
    private static Wording InputOf(Trial trial)
    {
        var leaves = trial.Input.Leaves;
        if (leaves.Count > 6 || leaves.Any(leaf => leaf.Text is null && leaf.Container != "number"))
            return new("", "");
        var list = string.Join(", ", leaves.Select(leaf => leaf.Text is { } text ? $"\"{text}\"" : Number(leaf.Values[0])));
        return new($"The input was ({list}).", $"입력은 ({list})입니다.");
    }

    // Both numbers with seven digits, or with as many more as tell them apart.
    private static (string Got, string Wanted) Numbers(Difference d)
    {
        (var got, var wanted) = (d.Got!.Values[d.Entry], d.Wanted.Values[d.Entry]);
        if (d.Wanted.Type == torch.ScalarType.Bool)
            return (got == 0 ? "false" : "true", wanted == 0 ? "false" : "true");
        return Number(got) != Number(wanted)
            ? (Number(got), Number(wanted))
            : (got.ToString("R", CultureInfo.InvariantCulture), wanted.ToString("R", CultureInfo.InvariantCulture));
    }

    // "dW" where the method names it, else "result (part 2)".
    private string Part(Difference difference, string whole)
    {
        var path = difference.Wanted.Path;
        if (path.Count == 0)
            return whole;
        var name = path[0] < Names.Count && Names[path[0]].Length > 0 ? Names[path[0]] : Names.Count == 0 ? $"{whole}[{path[0]}]" : $"Item{path[0] + 1}";
        return name + string.Concat(path.Skip(1).Select(i => $"[{i}]"));
    }

    private static string Place(Difference difference) => difference.Got?.PlaceOf(difference.Entry) is { Length: > 0 } place ? $" at {place}" : "";

    private static string Kind(Leaf leaf) => leaf.Shape.Length == 0 ? leaf.Container : $"{leaf.Container} {leaf.ShapeText}";

    private static string Type(Leaf leaf) => leaf.Type switch
    {
        torch.ScalarType.Float64 => "float64 (double)",
        torch.ScalarType.Float32 => "float32",
        torch.ScalarType.Int64 => "int64",
        torch.ScalarType.Int32 => "int32",
        _ => "bool",
    };

    private static string Number(double number) => number.ToString("G7", CultureInfo.InvariantCulture);

    private static string More(int count, string format) =>
        count < 2 ? "" : string.Format(CultureInfo.InvariantCulture, format, count - 1);

    private Verdict New(VerdictKind kind, Wording message) => new(Check.Id, Check.Member, kind, message, Check.Points);
}
