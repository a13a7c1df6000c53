using System.Globalization;

namespace CourseLabs.Cli.Tests;

public sealed class FilesTests
{
    [Fact]
    public void An_examples_files_stand_in_a_folder_of_its_name_and_nothing_else_does()
    {
        using var run = LabsRun.Of("run files", Fakes.WithFiles);

        Assert.Equal(["files"], Directory.GetFileSystemEntries(run.Folder).Select(Path.GetFileName));
        Assert.Equal(
            ["figures.json", "line.csv", "line.png", "shapes.csv"],
            Directory.GetFiles(Path.Combine(run.Folder, "files")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Numbers_of_a_chart_read_back_as_the_same_value()
    {
        using var run = LabsRun.Of("run files", Fakes.WithFiles);

        var lines = run.File("files", "line.csv").TrimEnd().Split('\n');
        Assert.Equal("step,value", lines[0]);
        float[] values = [.. lines[1..].Select(line => float.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))];
        Assert.Equal([0.1f, 1 / 3f, float.NaN], values);
    }

    [Fact]
    public void A_chart_is_png_and_a_table_is_quoted_csv()
    {
        using var run = LabsRun.Of("run files", Fakes.WithFiles);

        Assert.Equal("PNG"u8, File.ReadAllBytes(Path.Combine(run.Folder, "files", "line.png")).AsSpan(1, 3));
        Assert.Equal("what,shape\n\"W, the weights\",[784x100]\nshare,0.1\n", run.File("files", "shapes.csv"));
    }

    [Fact]
    public void A_second_run_replaces_the_files()
    {
        using var run = LabsRun.Of("run files", Fakes.WithFiles);
        var figures = Path.Combine(run.Folder, "files", "figures.json");
        File.WriteAllText(figures, "old");

        using var again = LabsRun.Of($"run files --out {run.Folder}", Fakes.WithFiles);

        Assert.Equal(ExitCode.Ok, again.Code);
        Assert.StartsWith("{", File.ReadAllText(figures), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(run.Folder, "*.tmp", SearchOption.AllDirectories));
    }
}
