using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

public sealed class MnistExampleTests
{
    [RealDataFact("mnist_train_images mnist_train_labels mnist_test_images mnist_test_labels")]
    public void The_slides_run_meets_every_figure_and_shows_the_slides_losses_beside_ours()
    {
        var result = new MnistExample().Run(new(), new(), Digits.Real.Train, Digits.Real.Test);

        Assert.Equal([null, true, null, true, null, true], result.Figures.Select(f => f.Match));
        Assert.Equal("accuracy in the correct order lies in 94.1..95.8 %", result.Figures[1].Name);
        Assert.Equal("accuracy in the slide's order lies in 91..95.4 %", result.Figures[3].Name);
        Assert.True(result.Figures[4].Actual.Numbers![0] > 0);
        var losses = result.Tables.Single(t => t.Name == "losses");
        Assert.Equal(60, losses.Rows.Count);
        Assert.Equal(
            [
                "0 3.596431774902841", "1000 0.8424336448981657", "2000 1.13223305094993",
                "57000 1.1467274015653924", "58000 0.9788280232573221", "59000 0.935433991132101",
            ],
            losses.Rows.Where(row => row[4].Length > 0).Select(row => $"{row[1]} {row[4]}"));
        Assert.Equal(40, ((ImageGrid)result.Pictures.Single(p => p.Name == "wrong-digits").Picture).Count);
        var slide = ((Plot)result.Pictures.Single(p => p.Name == "loss").Picture).Series[2];
        Assert.Equal(("the slide prints", SeriesKind.Scatter), (slide.Name, slide.Kind));
        Assert.Equal([0, 1000, 2000, 57_000, 58_000, 59_000], slide.Xs);
    }

    [RealDataFact("mnist_train_images mnist_train_labels mnist_test_images mnist_test_labels")]
    public void A_smaller_rate_or_fewer_pictures_do_not_reach_the_band()
    {
        foreach ((var learningRate, var rows) in new[] { (0.03, 60_000), (0.3, 20_000) })
        {
            var network = new NeuralNetwork(784, 100, 10, learningRate, true, new(0));
            var (losses, elapsed) = MnistTraining.Run(network, Digits.Real.Train.First(rows), epochs: 1);
            var run = new MnistRun("correct order", true, network, losses, elapsed, network.Accuracy(Digits.Real.Test).NotMatched);

            Assert.False(new MnistReport([run], rows, Digits.Real.Test, isSlides: true).Result("").Figures[1].Match);
        }
    }

    [Fact]
    public void Both_orders_begin_with_the_same_weights_and_their_difference_is_a_figure()
    {
        var result = Small(new(), new() { Seed = 4 });

        Assert.Equal(
            [
                "accuracy in %, correct order", "accuracy in %, slide's order", "what the correct order gains, in points",
                "no printed loss is below 0.560",
            ],
            result.Figures.Select(f => f.Name));
        double[] accuracies = [.. result.Figures.Take(2).Select(f => f.Actual.Numbers![0])];
        Assert.Equal(accuracies[0] - accuracies[1], result.Figures[2].Actual.Numbers![0], 1e-9);
        var first = result.Tables[0].Rows[0];
        Assert.Equal(double.Parse(first[2]), double.Parse(first[3]), 0.1); // one step from the same weights
        Assert.NotEqual(result.Tables[0].Rows[1][2], result.Tables[0].Rows[1][3]);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("12,11")]
    public void Saved_weights_are_tested_again_with_the_same_result(string hiddenSizes)
    {
        var path = Path.GetTempFileName();
        try
        {
            var trained = Small(new(Save: path, HiddenSizes: hiddenSizes));
            var tested = Small(new(Load: path, Epochs: 0, Order: UpdateOrder.Correct));

            Assert.Equal(trained.Figures[0].Actual.Numbers!, tested.Figures[0].Actual.Numbers!);
            Assert.Equal(["accuracy in %, correct order"], tested.Figures.Select(f => f.Name));
            Assert.Equal(["wrong-digits"], tested.Pictures.Select(p => p.Name));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Right_and_wrong_answers_are_listed_by_index()
    {
        var result = Small(new());

        var answers = result.Tables.Single(t => t.Name == "answers");
        Assert.Equal(["index", "digit", "correct order", "slide's order"], answers.Columns);
        Assert.Equal(
            Digits.Synthetic(100, seed: 2).Labels.Select((label, index) => $"{index} {label}"),
            answers.Rows.Select(row => $"{row[0]} {row[1]}"));
        foreach (var run in new[] { 0, 1 })
            Assert.Equal(result.Figures[run].Actual.Numbers![0], answers.Rows.Count(row => row[2 + run] == "right"));
        Assert.All(answers.Rows, row => Assert.All(row.Skip(2), answer => Assert.Contains(answer, new[] { "right", "wrong" })));
    }

    [Fact]
    public void The_losses_chart_counts_the_steps_of_all_epochs()
    {
        var result = Small(new(Epochs: 2));

        Series[] lines = [.. ((Plot)result.Pictures.Single(p => p.Name == "loss").Picture).Series];
        Assert.Equal(["correct order", "slide's order"], lines.Select(line => line.Name));
        Assert.All(lines, line => Assert.Equal([0, 1000, 1500, 2500], line.Xs));
    }

    [Fact]
    public void A_place_where_nothing_can_be_saved_is_told_before_the_training()
    {
        var run = new ExampleRun { Progress = new(_ => Assert.Fail("It has trained.")) };

        var message = Assert.Throws<UserErrorException>(() => Small(new(Save: Path.GetTempPath()), run)).Message;

        Assert.Equal($"{Path.GetTempPath()} cannot be written: it is a folder.", message);
    }

    [Fact]
    public void Weights_of_another_size_are_refused()
    {
        var path = Path.GetTempFileName();
        try
        {
            SavedNetwork.Save(new NeuralNetwork(20, 5, 3, 0.3, true, new(1)).Weights, path);

            var message = Assert.Throws<UserErrorException>(() => Small(new(Load: path))).Message;

            Assert.Equal($"{path} holds a network of 20 inputs and 3 outputs; MNIST needs 784 and 10.", message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("100,")]
    [InlineData("100;50")]
    [InlineData("10001")]
    [InlineData("")]
    public void Sizes_that_are_none_are_refused(string text)
    {
        var run = new ExampleRun { Options = new Dictionary<string, string> { ["hidden-sizes"] = text } };

        var message = Assert.Throws<UserErrorException>(() => new MnistExample().CheckOptions(run)).Message;

        Assert.Equal($"--hidden-sizes takes sizes from 1 to 10000 such as 100 or 100,50, not \"{text}\".", message);
    }

    [Fact]
    public void The_options_are_read_as_they_are_typed()
    {
        var run = new ExampleRun
        {
            Options = new Dictionary<string, string> { ["hidden-sizes"] = "10000,9", ["order"] = "slide", ["save"] = "some where.json" },
        };

        Assert.Equal(["10000,9", UpdateOrder.Slide, "some where.json"], new[] { "hidden-sizes", "order", "save" }.Select(
            name => new MnistExample().Options.Single(option => option.Name == name).ValueIn(run)));
    }

    [Fact]
    public void Progress_tells_the_loss_and_an_interrupt_ends_the_training()
    {
        using var interrupt = new CancellationTokenSource();
        var told = new List<ProgressStep>();
        var run = new ExampleRun
        {
            Progress = new(
                step =>
                {
                    told.Add(step);
                    if (told.Count == 3)
                        interrupt.Cancel();
                },
                interrupt.Token),
        };

        Assert.Throws<OperationCanceledException>(() => Small(new(), run));
        Assert.Equal(
            ["correct order, step 0 of 1500", "correct order, step 1000 of 1500", "slide's order, step 0 of 1500"],
            told.Select(step => $"{step.Unit} {step.Done} of {step.Total}"));
        Assert.All(told, step => Assert.True(step.Loss > 0.56));
    }

    [Fact]
    public void A_data_folder_that_is_not_there_is_named()
    {
        var message = Assert.Throws<CourseLabs.Data.DataException>(
            () => new MnistExample().Run(new ExampleRun { DataFolder = "/no/such/folder" })).Message;

        Assert.Contains("/no/such/folder", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_network_in_TorchSharp_takes_the_same_steps_and_leaves_no_tensor()
    {
        var before = LiveTensors.Count();
        var result = new TorchMnistExample().Run(new(), Digits.Synthetic(300), Digits.Synthetic(100, seed: 2));

        Assert.Equal([true, null, null, null], result.Figures.Select(f => f.Match));
        Assert.InRange(result.Figures[1].Actual.Numbers![0], 0, 1e-11);
        Assert.Equal(result.Figures[2].Actual.Numbers!, result.Figures[3].Actual.Numbers!);
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void The_slides_order_takes_other_steps_than_TorchSharp()
    {
        for (long seed = 0; seed < 10; seed++)
        {
            var result = new TorchMnistExample().Run(
                new() { Seed = seed }, Digits.Synthetic(20), Digits.Synthetic(10), correctOrder: false);

            Assert.False(result.Figures[0].Match);
        }
    }

    private static ExampleResult Small(MnistExample.Settings settings, ExampleRun? run = null) =>
        new MnistExample().Run(settings with { LearningRate = 0.1 }, run ?? new(), Digits.Synthetic(1500), Digits.Synthetic(100, seed: 2));
}
