using CourseLabs.Exercises.Values;
using TorchSharp;

namespace CourseLabs.Exercises;

/// <summary>
/// One task of an exercise: how its input is drawn, what is right, and the mistakes that are known by name. Terminal, test, notebook and
/// gradebook all use this one object.
/// </summary>
/// <param name="id">Such as <c>3.3</c>: the lab, then the task.</param>
/// <param name="points">What it is worth.</param>
/// <param name="member">The name of the student's method in <c>Tasks.cs</c>.</param>
public abstract class Check(string id, int points, string member)
{
    /// <summary>How often each case is drawn: a mistake has a name only where it agrees with the answers of every round.</summary>
    public const int Rounds = 3;

    /// <summary>The lab, then the task: <c>3.3</c>.</summary>
    public string Id => id;

    /// <summary>What it is worth.</summary>
    public int Points => points;

    /// <summary>The name of the student's method.</summary>
    public string Member => member;

    /// <summary>How many kinds of input there are; <see cref="Draw.Case"/> says which one to draw.</summary>
    public int Cases { get; init; } = 1;

    /// <summary>
    /// How far an answer may be off, as a part of the largest number of the right answer; when null, 1e-9 for float64 and 1e-4 for
    /// float32.
    /// </summary>
    public double? Tolerance { get; init; }

    /// <summary>
    /// The smallest size that the tolerance is a part of, for answers near 0: rounding leaves 1e-17 where 0 is right. A task whose right
    /// answers are tiny themselves sets it to 0.
    /// </summary>
    public double Smallest { get; init; } = 1e-3;

    /// <summary>How long a call may take, in seconds.</summary>
    public double Seconds { get; init; } = 5;

    /// <summary>The parameters' types, as <see cref="TypeText"/> writes them.</summary>
    public abstract IReadOnlyList<string> ParameterTypes { get; }

    /// <summary>The result's type, as <see cref="TypeText"/> writes it.</summary>
    public abstract string ResultType { get; }

    /// <summary>The known mistakes' names, in the order of Checks.cs.</summary>
    public abstract IReadOnlyList<string> MistakeNames { get; }

    /// <summary>The input of one call, as the student's process receives it.</summary>
    /// <param name="draw">Made anew for each use: it draws the same again.</param>
    public abstract byte[] Arguments(Draw draw);

    /// <summary>The right answer.</summary>
    /// <param name="draw">Made anew for each use: it draws the same again.</param>
    public abstract Answer RightAnswer(Draw draw);

    /// <summary>The answer of a known mistake.</summary>
    /// <param name="name">One of <see cref="MistakeNames"/>.</param>
    /// <param name="draw">Made anew for each use: it draws the same again.</param>
    public abstract Answer MistakenAnswer(string name, Draw draw);

    /// <summary>The id and the member, for lists of tests.</summary>
    public override string ToString() => $"{Id} {Member}";
}

/// <summary>A task whose input and answer have these types. Each member of an input tuple is a parameter of the student's method.</summary>
/// <typeparam name="TInput">One parameter's type, or a tuple of several.</typeparam>
/// <typeparam name="TOutput">The result's type; <see cref="Model"/> for a method that returns an nn.Module.</typeparam>
/// <param name="id">Such as <c>3.3</c>: the lab, then the task.</param>
/// <param name="points">What it is worth.</param>
/// <param name="member">The name of the student's method in <c>Tasks.cs</c>.</param>
public sealed class Check<TInput, TOutput>(string id, int points, string member) : Check(id, points, member)
    where TInput : notnull
    where TOutput : notnull
{
    /// <summary>Draws the input of one call.</summary>
    public required Func<Draw, TInput> Draw { get; init; }

    /// <summary>The right answer: by autograd, by float64 numbers or by mathematics, never by the student's own method.</summary>
    public required Func<TInput, TOutput> Right { get; init; }

    /// <summary>What students are known to write instead, by a name that hints.md has a sentence for.</summary>
    public Dictionary<string, Func<TInput, TOutput>> Mistakes { get; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterTypes { get; } = TypeText.Parameters(typeof(TInput), typeof(TOutput));

    /// <inheritdoc/>
    public override string ResultType { get; } = TypeText.Of(typeof(TOutput));

    /// <inheritdoc/>
    public override IReadOnlyList<string> MistakeNames => [.. Mistakes.Keys];

    /// <inheritdoc/>
    public override byte[] Arguments(Draw draw)
    {
        using var scope = torch.NewDisposeScope();
        return ValueWriter.Write(Inputs.Of(Draw(draw)));
    }

    /// <inheritdoc/>
    public override Answer RightAnswer(Draw draw) => Compute(Right, draw);

    /// <inheritdoc/>
    public override Answer MistakenAnswer(string name, Draw draw) => Compute(Mistakes[name], draw);

    private Answer Compute(Func<TInput, TOutput> function, Draw draw)
    {
        using var scope = torch.NewDisposeScope();
        var input = Draw(draw);
        torch.manual_seed(draw.TorchSeed);
        return Answer.Read(ValueWriter.Write(function(input)));
    }
}
