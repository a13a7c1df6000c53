namespace CourseLabs.Examples.Tests;

public sealed class SettingTests
{
    public enum Surface
    {
        Bowl,
        DeepValley,
    }

    public sealed record Settings(
        [Option("how often", Min = 1, Max = 10, Quick = 2)] int Epochs = 5,
        [Option("the learning rate", Name = "lr", Min = 0)] double LearningRate = 0.5,
        [Option("what to descend on")] Surface Surface = Surface.Bowl,
        [Option("slowly")] bool Slow = false,
        [Option("the widths", Pattern = @"\d+(,\d+)*", Takes = "widths such as 100 or 100,50")] string HiddenSizes = "100");

    private sealed class Probe() : Example<Settings>("A1", "probe", "01-neurons", "A probe", "It keeps its settings.")
    {
        public Settings? Seen { get; private set; }

        public override ExampleResult Run(Settings settings, ExampleRun run)
        {
            Seen = settings;
            return new(Title);
        }
    }

    [Fact]
    public void Without_options_the_settings_are_the_slides() => Assert.Equal(new Settings(), Read());

    [Fact]
    public void A_quick_run_takes_the_quick_values_and_a_typed_one_goes_before_them()
    {
        Assert.Equal(new Settings(Epochs: 2), Read(quick: true));
        Assert.Equal(new Settings(Epochs: 7), Read(quick: true, ("epochs", "7")));
    }

    [Fact]
    public void Each_kind_is_read_from_its_text() => Assert.Equal(
        new Settings(10, 0.001, Surface.DeepValley, true, "12,11"),
        Read(false, ("epochs", "10"), ("lr", "1e-3"), ("surface", "deep-valley"), ("slow", "true"), ("hidden-sizes", "12,11")));

    [Theory]
    [InlineData("epochs", "0", "--epochs takes a whole number from 1 to 10, not \"0\".")]
    [InlineData("epochs", "11", "--epochs takes a whole number from 1 to 10, not \"11\".")]
    [InlineData("epochs", "2.5", "--epochs takes a whole number from 1 to 10, not \"2.5\".")]
    [InlineData("epochs", "99999999999", "--epochs takes a whole number from 1 to 10, not \"99999999999\".")]
    [InlineData("lr", "0,5", "--lr takes a number of at least 0, not \"0,5\".")]
    [InlineData("lr", "-0.1", "--lr takes a number of at least 0, not \"-0.1\".")]
    [InlineData("lr", "NaN", "--lr takes a number of at least 0, not \"NaN\".")]
    [InlineData("lr", "1e999", "--lr takes a number of at least 0, not \"1e999\".")]
    [InlineData("lr", "", "--lr takes a number of at least 0, not \"\".")]
    [InlineData("surface", "DeepValley", "--surface takes bowl or deep-valley, not \"DeepValley\".")]
    [InlineData("surface", "1", "--surface takes bowl or deep-valley, not \"1\".")]
    [InlineData("hidden-sizes", "12,", "--hidden-sizes takes widths such as 100 or 100,50, not \"12,\".")]
    [InlineData("hidden-sizes", "12\n", "--hidden-sizes takes widths such as 100 or 100,50, not \"12\n\".")]
    public void Nonsense_is_told_in_a_sentence_before_anything_runs(string name, string text, string sentence)
    {
        var run = new ExampleRun { Options = new Dictionary<string, string> { [name] = text } };

        Assert.Equal(sentence, Assert.Throws<UserErrorException>(() => new Probe().CheckOptions(run)).Message);
    }

    [Fact]
    public void Name_default_and_help_come_from_the_record()
    {
        var options = new Probe().Options;

        Assert.Equal(["epochs", "lr", "surface", "slow", "hidden-sizes"], options.Select(o => o.Name));
        Assert.Equal(["5", "0.5", "bowl", "False", "100"], options.Select(o => o.DefaultText));
        Assert.Equal([false, false, false, true, false], options.Select(o => o.IsFlag));
        Assert.Equal("how often", options[0].Help);
    }

    private static Settings Read(bool quick = false, params (string Name, string Text)[] options)
    {
        var probe = new Probe();
        probe.Run(new ExampleRun { Quick = quick, Options = options.ToDictionary(o => o.Name, o => o.Text) });
        return probe.Seen!;
    }
}
