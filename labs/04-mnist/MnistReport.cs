using System.Globalization;
using CourseLabs.Data.Digits;
using CourseLabs.Examples;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>A network after its training.</summary>
/// <param name="Order">How it was trained.</param>
/// <param name="Network">The network.</param>
/// <param name="Losses">What the slide's loop prints.</param>
/// <param name="Elapsed">How long the training took.</param>
/// <param name="Wrong">Which test pictures it gets wrong.</param>
internal sealed record MnistRun(
    UpdateOrder Order, NeuralNetwork Network, IReadOnlyList<PrintedLoss> Losses, TimeSpan Elapsed, IReadOnlyList<int> Wrong)
{
    /// <summary>The order in words.</summary>
    public string Name => Words(Order);

    /// <summary>An order in words.</summary>
    public static string Words(UpdateOrder order) => order == UpdateOrder.Correct ? "correct order" : "slide's order";
}

/// <summary>What the slide prints beside what came out.</summary>
/// <param name="runs">At least one.</param>
/// <param name="rows">How many pictures an epoch has.</param>
/// <param name="test">The pictures that they were tested with.</param>
/// <param name="isSlides">Whether all settings were the slide's.</param>
/// <param name="seed">The seed of the first weights.</param>
internal sealed class MnistReport(IReadOnlyList<MnistRun> runs, int rows, MnistDigits test, bool isSlides, long seed)
{
    private const double SlideAccuracy = 94.32;

    // 10 targets of 0.01 or 0.99: the cross-entropy of t and a is least at a = t.
    private const double LeastLoss = -10 * ((0.01 * -4.605170185988091) + (0.99 * -0.01005033585350145));

    // With the digits that the slide prints.
    private static readonly Dictionary<int, string> SlideLosses = new()
    {
        [0] = "3.596431774902841",
        [1000] = "0.8424336448981657",
        [2000] = "1.13223305094993",
        [57_000] = "1.1467274015653924",
        [58_000] = "0.9788280232573221",
        [59_000] = "0.935433991132101",
    };

    public ExampleResult Result(string title) => new(title)
    {
        Figures = [.. Figures()],
        Tables = [LossTable(), AccuracyTable(), AnswerTable()],
        Pictures = [.. runs[0].Losses.Count > 0 ? [new NamedPicture("loss", LossChart())] : Array.Empty<NamedPicture>(), .. runs.Select(Mistakes)],
    };

    private double Accuracy(MnistRun run) => 100.0 * (test.Count - run.Wrong.Count) / test.Count;

    private IEnumerable<Figure> Figures()
    {
        bool isMeasured = isSlides && seed is >= 0 and <= 9;
        foreach (MnistRun run in runs)
        {
            (double least, double most) = run.Order == UpdateOrder.Correct ? (94.4, 95.3) : (91, 95);
            yield return Figure.Plain($"accuracy in %, {run.Name}", Accuracy(run));
            if (isMeasured)
            {
                yield return Figure.Holds(
                    FormattableString.Invariant($"accuracy in the {run.Name} lies in {least}..{most} %"),
                    Accuracy(run) >= least && Accuracy(run) <= most,
                    "COURSE C4: 94.6..95.1 % in the correct order and 91.4..94.6 % in the slide's by 16 seeds in NumPy; the slide prints 0.9432, its seed is unknown");
            }
        }

        if (runs.Count == 2)
            yield return Figure.Plain("what the correct order gains, in points", Math.Round(Accuracy(runs[0]) - Accuracy(runs[1]), 10));
        if (runs[0].Losses.Count > 0)
        {
            yield return Figure.Holds(
                "no printed loss is below 0.560", runs.All(run => run.Losses.All(l => l.Loss >= LeastLoss - 1e-5)),
                "mathematics: the cross-entropy with targets 0.01 and 0.99 is least, 0.560, where the outputs are the targets");
        }
    }

    private Table LossTable() => new(
        "losses",
        "The loss every 1000 steps, after the update on that row",
        ["epoch", "step", .. runs.Select(run => run.Name), "slide (its seed is unknown)"],
        [
            .. runs[0].Losses.Select((printed, i) => (string[])
            [
                NumberText.Of(printed.Epoch), NumberText.Of(printed.Step), .. runs.Select(run => NumberText.Of(run.Losses[i].Loss)),
                printed.Epoch == 0 ? SlideLosses.GetValueOrDefault(printed.Step, "") : "",
            ]),
        ]);

    private Table AccuracyTable() => new(
        "accuracy",
        "Accuracy on the test pictures",
        ["", "right", "wrong", "accuracy in %", "elapsed time in s"],
        [
            .. runs.Select(run => (string[])
                [run.Name, NumberText.Of(test.Count - run.Wrong.Count), NumberText.Of(run.Wrong.Count), NumberText.Of(Accuracy(run)), NumberText.Of(Math.Round(run.Elapsed.TotalSeconds, 2))]),
            ["the slide prints", "", "", NumberText.Of(SlideAccuracy), ""],
        ]);

    // The slide's true_list and false_list.
    private Table AnswerTable()
    {
        HashSet<int>[] wrong = [.. runs.Select(run => run.Wrong.ToHashSet())];
        return new(
            "answers",
            "Which test pictures are right and which wrong",
            ["index", "digit", .. runs.Select(run => run.Name)],
            [
                .. Enumerable.Range(0, test.Count).Select(index => (string[])
                    [NumberText.Of(index), NumberText.Of(test.Labels[index]), .. wrong.Select(list => list.Contains(index) ? "wrong" : "right")]),
            ]);
    }

    private Plot LossChart()
    {
        Plot chart = runs.Aggregate(
            new Plot("MNIST: loss after the update on its row", "step", "loss", logY: true),
            (chart, run) => chart.Line(run.Name, run.Losses.Select(l => ((double)l.Epoch * rows) + l.Step), run.Losses.Select(l => l.Loss)));
        return isSlides
            ? chart.Scatter("the slide prints", SlideLosses.Keys, SlideLosses.Values.Select(loss => double.Parse(loss, CultureInfo.InvariantCulture)))
            : chart;
    }

    private NamedPicture Mistakes(MnistRun run)
    {
        var row = new DigitRow(test);
        int Predicted(int index)
        {
            row.Read(index);
            return run.Network.Predict(row.InputData);
        }

        string name = run.Order == UpdateOrder.Correct ? "wrong-digits" : "wrong-digits-slide";
        return new(name, WrongDigits.Draw($"The first wrong answers, {run.Name}", test, run.Wrong, Predicted));
    }
}
