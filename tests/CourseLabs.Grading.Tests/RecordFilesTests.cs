using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Tests;

public sealed class RecordFilesTests
{
    [Fact]
    public void Two_runs_do_not_write_into_one_folder_at_once()
    {
        using var folder = new Folder();
        var records = new RecordFiles(folder["results"]);

        using (records.Hold())
            Assert.Contains("Another run", Assert.Throws<GradingException>(() => new RecordFiles(folder["results"]).Hold()).Message, StringComparison.Ordinal);

        records.Hold().Dispose();
        Assert.Empty(Directory.EnumerateFiles(folder["results"]));
    }

    [Fact]
    public void Shards_of_different_divisions_are_not_merged()
    {
        using var folder = new Folder();
        new RunFile("03-backpropagation", 5) { Shards = [1], ShardsInAll = 2 }.Write(folder["a"]);
        new RunFile("03-backpropagation", 5) { Shards = [2], ShardsInAll = 3 }.Write(folder["b"]);

        Assert.Throws<GradingException>(() => RecordMerge.Merge([folder["a"], folder["b"]], new(folder["all"])));
    }
}
