using CourseLabs.Exercises.Values;

namespace CourseLabs.Exercises.Judging;

/// <summary>
/// A simple relation between the student's numbers and the right ones, said only where it holds for every draw: it is what is seen, no
/// guess at its cause.
/// </summary>
internal static class Relation
{
    /// <summary>The relation in words; null where none holds.</summary>
    public static Wording? Find(IReadOnlyList<Trial> trials, Check check)
    {
        if (trials.Any(t => t.Got.Leaves.Count != t.Right.Leaves.Count))
            return null;
        // The first part that differs; a part that is right in every draw tells nothing.
        var part = Enumerable.Range(0, trials.Max(t => t.Right.Leaves.Count)).FirstOrDefault(i => trials.Any(t => i < t.Right.Leaves.Count && !IsRight(t, i, check)));
        // Beside right parts, or with two that are wrong, a sentence about "the result" would be false.
        if (trials.Any(t => t.Right.Leaves.Count > 1))
            return OfParts(trials, check, part);
        return Of(trials, check, part);
    }

    // Of several parts the sentence names the one that it is about, and is said only where all others are right.
    private static Wording? OfParts(IReadOnlyList<Trial> trials, Check check, int part)
    {
        var others = trials.All(t => Enumerable.Range(0, t.Right.Leaves.Count).Where(i => i != part).All(i => IsRight(t, i, check)));
        return others && Of(trials, check, part) is { } said
            ? new($"Part {part + 1} of the result is wrong, the others are right. Of that part: {said.English}", $"결과의 {part + 1}번째 부분만 틀렸고 나머지는 맞습니다. 그 부분은: {said.Korean}")
            : null;
    }

    private static bool IsRight(Trial trial, int part, Check check) =>
        Difference.Between(new([trial.Got.Leaves[part]]), new([trial.Right.Leaves[part]]), check) is null;

    private static Wording? Of(IReadOnlyList<Trial> trials, Check check, int part)
    {
        Pair[] pairs = [.. trials.Where(t => part < t.Right.Leaves.Count)
            .Select(t => new Pair(t.Got.Leaves[part], t.Right.Leaves[part], t.Input, Difference.AllowedFor(t.Got.Leaves[part], t.Right.Leaves[part], check)))];
        if (pairs.Any(p => p.Got.Text is not null || p.Right.Text is not null || p.Right.Values.Length == 0 || p.Got.Values.Length == 0))
            return null;
        return InputItself(pairs)
            ?? Transposed(pairs)
            ?? (pairs.All(p => p.SameShape) ? Zero(pairs) ?? Sign(pairs) ?? Ratio(pairs) ?? Added(pairs) ?? Shifted(pairs) ?? Order(pairs) ?? NearlyRight(pairs) : null);
    }

    private static Wording? InputItself(Pair[] pairs)
    {
        var which = Enumerable.Range(0, pairs.Min(p => p.Input.Leaves.Count)).Where(i => pairs.All(p =>
            p.Input.Leaves[i].Shape.SequenceEqual(p.Got.Shape) && p.Input.Leaves[i].Values.AsSpan().SequenceEqual(p.Got.Values))).ToArray();
        return which.Length == 1 && pairs[0].Got.Values.Length > 1
            ? new($"The result is input number {which[0] + 1} itself, unchanged.", $"결과가 {which[0] + 1}번째 입력 그대로입니다.")
            : null;
    }

    private static Wording? Transposed(Pair[] pairs) =>
        pairs.All(p => p.Right.Shape.Length == 2 && p.Got.Shape.SequenceEqual(p.Right.Shape.Reverse()) && p.Agrees(Transpose(p.Got)))
            && pairs.Any(p => p.Right.Shape[0] != 1 || p.Right.Shape[1] != 1)
            ? new("The result is the transpose of the right one.", "결과가 정답의 전치 행렬입니다.")
            : null;

    private static Wording? Zero(Pair[] pairs) =>
        pairs.All(p => p.Got.Values.All(v => v == 0)) ? new("Every number of the result is 0.", "결과의 모든 수가 0입니다.") : null;

    private static Wording? Sign(Pair[] pairs)
    {
        if (pairs.All(p => p.Agrees([.. p.Got.Values.Select(v => -v)])))
            return new("The result has the opposite sign.", "결과의 부호가 반대입니다.");
        return pairs.All(p => p.Got.Values.Zip(p.Right.Values).All(x => Math.Abs(Math.Abs(x.First) - Math.Abs(x.Second)) <= p.Allowed))
            ? new("The sizes of the numbers are right, some signs are not.", "수의 크기는 맞지만 일부 부호가 틀립니다.")
            : null;
    }

    private static Wording? Ratio(Pair[] pairs)
    {
        double[] ratios = [.. pairs.Select(p => p.Ratio)];
        if (pairs.Zip(ratios).Any(x => !double.IsFinite(x.Second) || x.Second == 0 || !x.First.Agrees([.. x.First.Got.Values.Select(v => v / x.Second)])))
            return null;
        var same = pairs[0].Got.Type == TorchSharp.torch.ScalarType.Float32 ? 1e-3 : 1e-6;
        if (ratios.All(r => Math.Abs(r - 1) <= same))
            return null; // 1 times the right one: nearly right, see there
        if (ratios.All(r => Math.Abs(r - ratios[0]) <= same * Math.Abs(ratios[0])))
            return new($"The result is {Number(ratios[0])} times the right one, in every draw.", $"결과가 모든 입력에서 정답의 {Number(ratios[0])}배입니다.");
        if (pairs.Any(p => p.Right.Values.Length < 2))
            return null; // a single number is always some multiple
        var list = string.Join(", ", ratios.Distinct().Select(Number));
        return new($"The result is a multiple of the right one, with another factor in each draw: {list}.",
            $"결과가 정답의 배수이고, 입력마다 배수가 다릅니다: {list}.");
    }

    private static Wording? Added(Pair[] pairs)
    {
        var added = pairs[0].Got.Values[0] - pairs[0].Right.Values[0];
        return pairs.All(p => p.Agrees([.. p.Got.Values.Select(v => v - added)]))
            ? new($"The result is the right one plus {Number(added)}, in every draw.", $"결과가 모든 입력에서 정답에 {Number(added)}을(를) 더한 값입니다.")
            : null;
    }

    private static Wording? Shifted(Pair[] pairs)
    {
        if (pairs.Any(p => p.Right.Values.Length < 3))
            return null;
        foreach (var by in new[] { 1, -1 })
        {
            if (pairs.All(p => Enumerable.Range(0, p.Got.Values.Length).All(i =>
                i + by < 0 || i + by >= p.Got.Values.Length || Math.Abs(p.Got.Values[i] - p.Right.Values[i + by]) <= p.Allowed)))
            {
                return by > 0
                    ? new("Each number stands one place too early: off by one index.", "각 수가 한 칸 앞에 있습니다: 인덱스가 하나 어긋났습니다.")
                    : new("Each number stands one place too late: off by one index.", "각 수가 한 칸 뒤에 있습니다: 인덱스가 하나 어긋났습니다.");
            }
        }

        return null;
    }

    private static Wording? Order(Pair[] pairs)
    {
        if (pairs.Any(p => p.Right.Values.Length < 2))
            return null;
        if (pairs.All(p => p.Agrees([.. p.Got.Values.Reverse()])))
            return new("The numbers are right, in reverse order.", "수는 맞지만 순서가 거꾸로입니다.");
        return pairs.All(p => p.Got.Values.Order().Zip(p.Right.Values.Order()).All(x => Math.Abs(x.First - x.Second) <= p.Allowed))
            ? new("The numbers are right, in another order.", "수는 맞지만 순서가 다릅니다.")
            : null;
    }

    private static Wording? NearlyRight(Pair[] pairs) =>
        pairs.All(p => p.Got.Values.Zip(p.Right.Values).All(x => Math.Abs(x.First - x.Second) <= 1e-5 * p.Right.Values.Max(Math.Abs)))
            ? new("The result is nearly right, but to too few digits: was it computed in float32, or by differences?",
                "결과가 거의 맞지만 자릿수가 모자랍니다. float32로, 또는 차분으로 계산했나요?")
            : null;

    private static double[] Transpose(Leaf leaf)
    {
        (var rows, var columns) = ((int)leaf.Shape[0], (int)leaf.Shape[1]);
        var result = new double[leaf.Values.Length];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                result[(j * rows) + i] = leaf.Values[(i * columns) + j];
        }

        return result;
    }

    private static string Number(double number) => number.ToString("G5", System.Globalization.CultureInfo.InvariantCulture);

    // A part of the student's answer beside the right one.
    private sealed record Pair(Leaf Got, Leaf Right, Answer Input, double Allowed)
    {
        public bool SameShape => Got.Shape.SequenceEqual(Right.Shape);

        // Where the right number is largest, the ratio is least disturbed by rounding.
        public double Ratio
        {
            get
            {
                var at = Array.IndexOf(Right.Values, Right.Values.MaxBy(Math.Abs));
                return Got.Values[at] / Right.Values[at];
            }
        }

        public bool Agrees(double[] numbers) =>
            numbers.Length == Right.Values.Length && numbers.Zip(Right.Values).All(x => Math.Abs(x.First - x.Second) <= Allowed);
    }
}
