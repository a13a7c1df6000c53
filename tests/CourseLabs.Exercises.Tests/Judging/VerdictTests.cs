using CourseLabs.Exercises.Judging;

namespace CourseLabs.Exercises.Tests.Judging;

public sealed class VerdictTests
{
    [Theory]
    [InlineData("return 2 * x;", VerdictKind.Passed, "Right.")]
    [InlineData("return x + x;", VerdictKind.Passed, "Right.")]
    [InlineData("throw new NotImplementedException();", VerdictKind.NotStarted, "Not started")]
    [InlineData("if (x.Rows < 0) throw new NotImplementedException(); return 2 * x;", VerdictKind.NotStarted, "Not started")]
    [InlineData("throw new InvalidOperationException(\"no\");", VerdictKind.Threw, "InvalidOperationException: no")]
    [InlineData("return x.Dot(x);", VerdictKind.Threw, "ShapeException")]
    [InlineData("x[0, 0] = 7; return 2 * x;", VerdictKind.InputChanged, "its input x")]
    [InlineData("x.MultiplyInPlace(2); return x;", VerdictKind.InputChanged, "its input x")]
    [InlineData("return x.SumOfRows();", VerdictKind.WrongShape, "(1 x 3), (2 x 3) is wanted")]
    [InlineData("return null!;", VerdictKind.WrongShape, "is null, Matrix (2 x 3) is wanted")]
    [InlineData("return 2 * x / 0;", VerdictKind.NotFinite, "[0, 0] is ")]
    [InlineData("return x * x;", VerdictKind.KnownMistake, "You square.")]
    [InlineData("return x;", VerdictKind.KnownMistake, "You leave the numbers as they are.")]
    [InlineData("return x.Map(Math.Sin);", VerdictKind.Wrong, "The worst entry is result[")]
    [InlineData("return 2 * x + 1e-7;", VerdictKind.Relation, "plus 1E-07")]
    public void Each_kind_is_told_in_words(string body, VerdictKind kind, string words)
    {
        var verdict = TwiceExercise.On(body);

        Assert.Equal(kind, verdict.Kind);
        Assert.Contains(words, verdict.Message.English, StringComparison.Ordinal);
        Assert.Equal(kind == VerdictKind.Passed ? 2 : 0, verdict.Earned);
        Assert.NotEqual(verdict.Message.English, verdict.Message.Korean);
    }

    [Theory]
    [InlineData("(x > 1 ? 1 : 0, 1 / (1 + Math.Exp(-x)), Math.Max(0, x))", VerdictKind.Wrong)]
    [InlineData("(x > 0 ? 1 : 0, Math.Log(x), Math.Max(0, x))", VerdictKind.NotFinite)]
    public void An_input_of_a_few_numbers_is_told_but_not_to_a_graded_student(string answer, VerdictKind kind)
    {
        var exercise = Gate.Lab.Find("01-neurons");
        using var code = Gate.Lab.InProcess($"public static class Tasks {{ public static (double, double, double) FirstActivations(double x) => {answer}; }}");
        var verdict = new Judge(exercise).Of(exercise.Checks.Single(c => c.Member == "FirstActivations"), code);

        Assert.Equal(kind, verdict.Kind);
        Assert.Matches(@" The input was \(-?[0-9.]+\)\.$", verdict.Message.English);
        Assert.Matches(@" 입력은 \(-?[0-9.]+\)입니다\.$", verdict.Message.Korean);
        Assert.DoesNotContain("input", verdict.Feedback.English, StringComparison.Ordinal);
        Assert.DoesNotContain("input was", TwiceExercise.On("return x.Map(Math.Sin);").Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("previous.T.Dot(delta), 0 * delta.SumOfRows()", "Part 2 of the result is wrong, the others are right. Of that part: Every number of the result is 0.")]
    [InlineData("previous.T.Dot(delta) * 3, 0 * delta.SumOfRows()", null)]
    public void Of_a_result_with_parts_a_relation_is_told_of_the_one_wrong_part_alone(string parts, string? said)
    {
        var exercise = Gate.Lab.Find("03-backpropagation");
        using var code = Gate.Lab.InProcess($"using CourseLabs.Matrices; public static class Tasks {{ public static (Matrix dW, Matrix db) LayerGradients(Matrix previous, Matrix delta) => ({parts}); }}");
        var verdict = new Judge(exercise).Of(exercise.Checks.Single(c => c.Member == "LayerGradients"), code);

        Assert.Equal(said is null ? VerdictKind.Wrong : VerdictKind.Relation, verdict.Kind);
        Assert.Contains(said ?? "The worst entry", verdict.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return -2 * x;", "the opposite sign")]
    [InlineData("return 2.0000001 * x;", "nearly right, but to too few digits")]
    [InlineData("return x.Map(v => (float)(2 * v));", "nearly right, but to too few digits")]
    [InlineData("return 6 * x;", "3 times the right one, in every draw")]
    [InlineData("return 2 * x * x.Sum();", "a multiple of the right one, with another factor in each draw")]
    [InlineData("return 2 * x + 5;", "plus 5, in every draw")]
    [InlineData("return 0 * x;", "Every number of the result is 0")]
    [InlineData("return 2 * x.T;", "the transpose of the right one")]
    [InlineData("var y = 2 * x; y[1, 1] = -y[1, 1]; return y;", "some signs are not")]
    [InlineData("var v = x.Values.ToArray(); Array.Reverse(v); return 2 * Matrix.FromValues(2, 3, v);", "in reverse order")]
    [InlineData("var v = x.Values.ToArray(); (v[0], v[3]) = (v[3], v[0]); return 2 * Matrix.FromValues(2, 3, v);", "in another order")]
    [InlineData("var v = x.Values.ToArray(); Array.Copy(v, 1, v, 0, 5); return 2 * Matrix.FromValues(2, 3, v);", "one place too early")]
    [InlineData("var v = x.Values.ToArray(); Array.Copy(v, 0, v, 1, 5); return 2 * Matrix.FromValues(2, 3, v);", "one place too late")]
    public void A_simple_relation_to_the_right_answer_is_told(string body, string words) =>
        Assert.Contains(words, TwiceExercise.On(body).Message.English, StringComparison.Ordinal);

    [Theory]
    [InlineData("return 2 * x + 1e-12;")]
    [InlineData("return (x * 1000) / 500;")]
    public void Rounding_is_no_mistake(string body) => Assert.True(TwiceExercise.On(body).Passed);

    [Fact]
    public void A_mistake_that_agrees_with_the_truth_for_some_inputs_is_named_by_the_others() =>
        Assert.Equal(["fixed-for-small"], TwiceExercise.On("return x[0, 0] < 3 ? x + 1 : 2 * x;", cases: 2).Mistakes);

    [Fact]
    public void Where_two_mistakes_agree_both_are_shown()
    {
        // In one case alone nothing tells the two apart.
        var exercise = TwiceExercise.On("return x + 1;");

        Assert.Equal(VerdictKind.KnownMistake, exercise.Kind);
        Assert.Equal(["fixed-for-small"], exercise.Mistakes);
        Assert.Equal(["fixed-for-small", "same"], TwiceTwice.On("return x + 1;").Mistakes);
        Assert.Contains(" Or: ", TwiceTwice.On("return x + 1;").Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static double kept;", "kept += x.Sum(); return 2 * x + kept;", "something is kept from call to call")]
    [InlineData("static Matrix kept = new(2, 3);", "kept += 2 * x; return kept;", "it returns twice as much")]
    public void What_is_kept_from_call_to_call_is_seen_at_the_second(string field, string body, string words)
    {
        var verdict = TwiceExercise.On(body, more: field);

        Assert.Equal(VerdictKind.Relation, verdict.Kind);
        Assert.Contains(words, verdict.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double Twice(Matrix x)", "return 0;", "The signature is double Twice(Matrix x); this task needs Matrix Twice(Matrix).")]
    [InlineData("Matrix Twice(Matrix x, Matrix y)", "return x;", "Matrix Twice(Matrix x, Matrix y)")]
    [InlineData("Matrix Thrice(Matrix x)", "return x;", "There is no static method Twice any more")]
    public void Another_signature_is_told_with_the_one_wanted(string signature, string body, string words)
    {
        var verdict = TwiceExercise.On(body, signature);

        Assert.Equal(VerdictKind.WrongSignature, verdict.Kind);
        Assert.Contains(words, verdict.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return -2 * x;")]
    [InlineData("return x.Map(Math.Sin);")]
    [InlineData("return 2 * x / 0;")]
    [InlineData("throw new InvalidOperationException(x.ToString());")]
    public void Feedback_holds_no_number_of_the_input_and_no_text_of_the_students(string body)
    {
        var verdict = TwiceExercise.On(body);

        Assert.DoesNotContain(".", verdict.Feedback.English.TrimEnd('.').Replace("line 3.", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("seed", verdict.Feedback.English, StringComparison.Ordinal);
        Assert.DoesNotContain("seed", verdict.Feedback.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_words_and_another_seed_other_inputs()
    {
        const string Body = "return x.Map(Math.Sin);";

        Assert.Equal(TwiceExercise.On(Body).Message, TwiceExercise.On(Body).Message);
        Assert.NotEqual(TwiceExercise.On(Body).Message, TwiceExercise.On(Body, seed: 1).Message);
    }

    // As TwiceExercise, with a second name for one of its mistakes.
    private static class TwiceTwice
    {
        public static Verdict On(string body)
        {
            var exercise = TwiceExercise.Of();
            var check = (Check<Matrices.Matrix, Matrices.Matrix>)exercise.Checks[0];
            check.Mistakes["same"] = x => x + 1;
            using var code = Gate.Lab.InProcess($"using CourseLabs.Matrices; public static class Tasks {{ public static Matrix Twice(Matrix x) {{ {body} }} }}");
            return new Judge(exercise).Of(check, code);
        }
    }
}
