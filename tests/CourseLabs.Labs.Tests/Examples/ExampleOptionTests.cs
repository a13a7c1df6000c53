using CourseLabs.Labs.Examples;

namespace CourseLabs.Labs.Tests.Examples;

public sealed class ExampleOptionTests
{
    private static readonly ExampleOption<double> Rate = ExampleOption.Number("lr", 0.5, "the learning rate", min: 0);
    private static readonly ExampleOption<string> Activation = ExampleOption.Choice("activation", "sigmoid", "which", "sigmoid", "tanh");

    [Theory]
    [InlineData("0.25", 0.25)]
    [InlineData("1e-3", 1e-3)]
    [InlineData("3", 3)]
    [InlineData("0", 0)]
    public void A_number_is_read_with_a_decimal_point_in_every_culture(string text, double value) =>
        Assert.Equal(value, new ExampleContext().With(Rate, text).Get(Rate));

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("0,5")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    public void A_number_that_is_nonsense_is_told_in_a_sentence(string text)
    {
        var error = Assert.Throws<UserErrorException>(() => new ExampleContext().With(Rate, text));

        Assert.Equal($"--lr takes a number of at least 0, not \"{text}\".", error.Message);
    }

    [Fact]
    public void Options_have_their_defaults_until_another_value_is_given_or_the_quick_one_differs()
    {
        ExampleOption<int> epochs = ExampleOption.WholeNumber("epochs", 10, "how often", quick: 2);

        Assert.True(new ExampleContext().HasDefault(Rate, epochs));
        Assert.True(new ExampleContext().With(Rate, 0.5).HasDefault(Rate, epochs));
        Assert.False(new ExampleContext().With(Rate, 0.25).HasDefault(Rate, epochs));
        Assert.False(new ExampleContext { Quick = true }.HasDefault(Rate, epochs));
        Assert.True(new ExampleContext { Quick = true }.HasDefault(Rate));
    }

    [Fact]
    public void A_choice_takes_its_words_only()
    {
        Assert.Equal("tanh", new ExampleContext().With(Activation, "tanh").Get(Activation));
        var error = Assert.Throws<UserErrorException>(() => new ExampleContext().With(Activation, "relu"));
        Assert.Equal("--activation takes sigmoid or tanh, not \"relu\".", error.Message);
    }

    [Fact]
    public void A_value_set_from_code_is_checked_too() =>
        Assert.Throws<UserErrorException>(() => new ExampleContext().With(Rate, -1.0));

    [Fact]
    public void Without_a_value_there_is_the_default() => Assert.Equal(0.5, new ExampleContext().Get(Rate));
}
