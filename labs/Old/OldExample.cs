using CourseLabs.Examples;

namespace CourseLabs.Labs.Old;

/// <summary>The examples' former shape; gone when every lab has the new one.</summary>
public abstract class OldExample() : Example("", "", "", "", "")
{
    public abstract string Description { get; }

    public override string About => Description;

    public new virtual IReadOnlyList<ExampleOption> Options => [];

    protected override IReadOnlyList<Setting> OwnOptions => [.. Options.Select(o => new Setting(o.Name, o.Help, o.IsFlag, o.DefaultText, o.Takes))];

    public abstract ExampleResult Run(ExampleContext context);

    public sealed override void CheckOptions(ExampleRun run) => Read(run);

    public sealed override ExampleResult Run(ExampleRun run) => Run(Read(run));

    private ExampleContext Read(ExampleRun run)
    {
        var context = new ExampleContext
        {
            Seed = run.Seed, Quick = run.Quick, Device = run.Device, DataFolder = run.DataFolder,
            Cancellation = run.Progress.Cancellation, Progress = step => run.Progress.Show(step),
        };
        foreach (ExampleOption option in Options.Where(o => run.Options.ContainsKey(o.Name)))
            context.With(option, run.Options[option.Name]);
        return context;
    }
}

public static class OldExamples
{
    public static ExampleResult Run(this Example example, ExampleContext context) => ((OldExample)example).Run(context);
}
