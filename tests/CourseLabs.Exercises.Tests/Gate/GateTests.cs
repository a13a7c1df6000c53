using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Exercises.Source;
using CourseLabs.Tests;

namespace CourseLabs.Exercises.Tests.Gate;

/// <summary>What every exercise must hold before a student sees it.</summary>
public sealed class GateTests
{
    [Theory, MemberData(nameof(Lab.Labs), MemberType = typeof(Lab))]
    public void On_the_stubs_every_task_is_not_started_and_worth_nothing(string lab)
    {
        var exercise = Lab.Find(lab);
        using var code = Lab.InProcess(TaskFile.Parse(Lab.Text(exercise, StudentCompiler.FileName)).Stub());

        Assert.All(new Judge(exercise).All(code), v => Assert.Equal((VerdictKind.NotStarted, 0), (v.Kind, v.Earned)));
    }

    [Theory, MemberData(nameof(Lab.Labs), MemberType = typeof(Lab))]
    public void With_the_solutions_every_task_passes_on_ten_seeds(string lab)
    {
        var exercise = Lab.Find(lab);
        using var code = Lab.InProcess(Lab.Text(exercise, StudentCompiler.FileName));

        for (var seed = 0; seed < 10; seed++)
            Assert.All(new Judge(exercise, seed).All(code), v => Assert.True(v.Passed, $"{v.Task}, seed {seed}: {v.Message.English}"));
    }

    [Theory, MemberData(nameof(Lab.Labs), MemberType = typeof(Lab))]
    public void In_a_process_of_their_own_the_solutions_pass_and_the_stubs_do_not(string lab)
    {
        var exercise = Lab.Find(lab);
        var text = Lab.Text(exercise, StudentCompiler.FileName);
        using var solution = new ChildCode(new(StudentCompiler.FileName, text));
        using var stub = new ChildCode(new(StudentCompiler.FileName, TaskFile.Parse(text).Stub()));

        Assert.All(new Judge(exercise).All(solution), v => Assert.True(v.Passed, $"{v.Task}: {v.Message.English}"));
        Assert.All(new Judge(exercise).All(stub), v => Assert.Equal(VerdictKind.NotStarted, v.Kind));
        Assert.Equal(1, solution.Processes);
    }

    [Theory, MemberData(nameof(Lab.Labs), MemberType = typeof(Lab))]
    public void Every_known_mistake_in_the_students_place_is_refused_and_named(string lab)
    {
        var exercise = Lab.Find(lab);
        var members = MistakeMembers.Of(exercise);
        var assembly = Lab.Compiled(members.Source, Lab.CheckReferences).Assembly;

        foreach (var check in exercise.Checks)
        {
            foreach (var mistake in check.MistakeNames)
            {
                using var code = Lab.Member(assembly, members.ClassOf(check, mistake), check.Member);
                for (var seed = 0; seed < 3; seed++)
                {
                    var verdict = new Judge(exercise, seed).Of(check, code);
                    Assert.True(verdict.Kind == VerdictKind.KnownMistake, $"{check.Id} {mistake}, seed {seed}: {verdict.Kind}: {verdict.Message.English}");
                    Assert.True(verdict.Mistakes is [var only] && only == mistake, $"{check.Id} {mistake} is taken for {string.Join(", ", verdict.Mistakes)}");
                    Assert.Equal(exercise.HintsFor(check.Id, Language.English).Mistakes[mistake], verdict.Message.English);
                    Assert.Equal(exercise.HintsFor(check.Id, Language.Korean).Mistakes[mistake], verdict.Message.Korean);
                }
            }
        }
    }

    [Theory, MemberData(nameof(Lab.Labs), MemberType = typeof(Lab))]
    public void Every_task_refuses_at_least_two_mutants_of_its_solution(string lab)
    {
        var exercise = Lab.Find(lab);
        var mutants = SolutionMutants.Of(Lab.Text(exercise, StudentCompiler.FileName), exercise.Checks);
        foreach (var check in exercise.Checks)
        {
            var refused = mutants[check.Member].Count(m =>
            {
                using var code = new InProcessCode(m);
                return !new Judge(exercise).Of(check, code).Passed;
            });
            Assert.True(refused >= 2, $"{check.Id} refuses {refused} of {mutants[check.Member].Count} mutants.");
        }
    }

    [Theory, MemberData(nameof(Lab.Labs), MemberType = typeof(Lab))]
    public void No_right_variant_is_refused(string lab)
    {
        var exercise = Lab.Find(lab);
        var file = Path.Combine(Checkout.Root, "tests", "CourseLabs.Exercises.Tests", "RightVariants", $"Lab{exercise.Number}.cs");
        var assembly = Lab.Compiled(File.ReadAllText(file)).Assembly;
        var variants = assembly.GetTypes().SelectMany(t => t.GetMethods().Where(m => m.IsStatic && m.DeclaringType == t)).ToArray();

        Assert.NotEmpty(variants);
        foreach (var variant in variants)
        {
            var check = exercise.Checks.Single(c => c.Member == variant.Name);
            using var code = new InProcessCode(variant);
            for (var seed = 0; seed < 3; seed++)
            {
                var verdict = new Judge(exercise, seed).Of(check, code);
                Assert.True(verdict.Passed, $"{check.Id} {variant.DeclaringType!.Name}, seed {seed}: {verdict.Message.English}");
            }
        }
    }

    [Theory, MemberData(nameof(Lab.TaskIds), MemberType = typeof(Lab))]
    public void Every_task_has_its_text_three_hints_and_a_sentence_for_each_mistake_in_both_languages(string id)
    {
        (var exercise, var check) = Lab.FindTask(id);
        foreach (var language in Enum.GetValues<Language>())
        {
            var hints = exercise.HintsFor(id, language);
            Assert.NotEmpty(hints.Title);
            Assert.NotEmpty(hints.Text);
            Assert.Equal(3, hints.Nudges.Count);
            Assert.Equal(check.MistakeNames.Order(), hints.Mistakes.Keys.Order());
            Assert.All(hints.Mistakes, m => Assert.NotEmpty(m.Value));
            Assert.Equal(hints.Mistakes.Count, hints.Mistakes.Values.Distinct().Count());
        }

        Assert.NotEmpty(check.MistakeNames);
    }

    [Fact]
    public void Every_lab_has_an_exercise_and_there_are_55_tasks_and_120_mistakes()
    {
        var checks = Lab.All.SelectMany(e => e.Checks).ToArray();

        Assert.Equal(
            Directory.GetDirectories(Path.Combine(Checkout.Root, "labs"), "0*").Select(Path.GetFileName).Order(),
            Lab.All.Select(e => e.Lab).Order());
        Assert.True(checks.Length >= 55, $"{checks.Length} tasks");
        Assert.True(checks.Sum(c => c.MistakeNames.Count) >= 120, $"{checks.Sum(c => c.MistakeNames.Count)} mistakes");
    }

    [Theory, MemberData(nameof(Lab.Labs), MemberType = typeof(Lab))]
    public void An_exercise_says_nothing_of_tasks_that_it_does_not_have(string lab)
    {
        var exercise = Lab.Find(lab);
        var ids = exercise.Checks.Select(c => c.Id).ToArray();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.StartsWith(exercise.Number.TrimStart('0') + ".", id, StringComparison.Ordinal));
        Assert.All(exercise.Checks, c => Assert.InRange(c.Points, 1, 10));
        Assert.Equal(ids, exercise.Read("hints.md").Ids);
        Assert.Equal(ids, exercise.Read("hints.ko.md").Ids);
        foreach (var page in new[] { "README.md", "README.ko.md" })
            Assert.Contains("<!-- tasks -->", Lab.Text(exercise, page), StringComparison.Ordinal);
    }
}
