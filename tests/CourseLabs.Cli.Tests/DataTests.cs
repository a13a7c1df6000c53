
namespace CourseLabs.Cli.Tests;

/// <summary><c>labs data</c> on a folder that the test names; the network is not asked.</summary>
public sealed class DataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void List_shows_every_file_with_its_state_and_verify_fails_where_one_is_damaged()
    {
        var damaged = Path.Combine(folder, "train-labels-idx1-ubyte.gz");
        File.WriteAllText(damaged, "damaged");

        using var list = LabsRun.Of($"data list --data {folder}");
        using var verify = LabsRun.Of($"data verify mnist_train_labels --data {folder}");

        Assert.Equal(ExitCode.Ok, list.Code);
        Assert.Equal(6, list.Out.TrimEnd().Split('\n').Length);
        Assert.Contains($"damaged   mnist_train_labels  {damaged}: it has 7 bytes, not 28881", list.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.FellShort, verify.Code);
        Assert.StartsWith("damaged   mnist_train_labels", verify.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', verify.Out.TrimEnd());
    }

    [Fact]
    public void Get_of_a_damaged_file_in_the_users_folder_says_so_and_leaves_it()
    {
        var damaged = Path.Combine(folder, "kaggle_house_pred_test.csv");
        File.WriteAllText(damaged, "damaged");

        using var get = LabsRun.Of($"data get kaggle_house_test --data {folder}");

        Assert.Equal(ExitCode.WrongUse, get.Code);
        Assert.Equal($"labs: kaggle_house_test: {damaged} is damaged: it has 7 bytes, not 451405. Put a whole file there, or take it away.", get.Error.TrimEnd());
        Assert.Equal("damaged", File.ReadAllText(damaged));
    }

    [Theory]
    [InlineData("data get mnst", "Did you mean mnist?")]
    [InlineData("data verify kaggle_house_trains", "Did you mean kaggle_house_train?")]
    [InlineData("data list --data /none", "The data folder /none (--data) does not exist.")]
    [InlineData("data fetch", "fetch")]
    public void Nonsense_is_answered_in_a_sentence(string command, string says)
    {
        using var run = LabsRun.Of(command);

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_s_data_come_from_the_folder_that_the_user_named()
    {
        var file = Path.Combine(folder, "kaggle_house_pred_train.csv");
        File.WriteAllText(file, "damaged");
        var reader = new FakeExample("D8", "reader", context => new(context.Data.Download("kaggle_house_train")));

        using var run = LabsRun.Of($"run reader --data {folder}", reader);

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Contains($"reader: {file} is damaged", run.Error, StringComparison.Ordinal);
    }
}
