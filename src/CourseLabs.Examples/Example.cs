namespace CourseLabs.Examples;

/// <summary>
/// One lecture example: a small class that computes and returns one <see cref="ExampleResult"/>. It never prints and writes no file:
/// the command, the notebook and the tests show that same object. One that has options derives from <see cref="Example{TSettings}"/>.
/// </summary>
/// <param name="id">The COURSE id of the item that it reproduces, such as <c>A7</c>; several examples may share one.</param>
/// <param name="name">Its own name in lower case, such as <c>regression</c>; also the folder that its files go to.</param>
/// <param name="lab">The lab's folder, such as <c>05-regression</c>.</param>
/// <param name="title">One line for lists and tables.</param>
/// <param name="about">A few sentences for <c>labs help NAME</c>: what the slide does and what there is to see.</param>
public abstract class Example(string id, string name, string lab, string title, string about)
{
    /// <summary>The COURSE id of the item that it reproduces, such as <c>A7</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Its own name in lower case, such as <c>regression</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The lab's folder, such as <c>05-regression</c>.</summary>
    public string Lab { get; } = lab;

    /// <summary>One line for lists and tables.</summary>
    public string Title { get; } = title;

    /// <summary>What the slide does and what there is to see, in a few sentences.</summary>
    public string About { get; } = about;

    /// <summary>The options that this example has beyond those of every example.</summary>
    public virtual IReadOnlyList<Setting> Options => [];

    /// <summary>
    /// On how many threads torch runs it: one, unless its tensors are so large that more threads are faster. Who runs the example sets it.
    /// </summary>
    public virtual int TorchThreads => 1;

    /// <summary>Computes the example.</summary>
    /// <param name="run">Seed, device, options as the user typed them; progress goes to it.</param>
    /// <exception cref="UserErrorException">What the user asked for cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public abstract ExampleResult Run(ExampleRun run);

    /// <summary>Reads the options without running anything, so that nonsense is told before the first example starts.</summary>
    /// <exception cref="UserErrorException">A text is no value of its option.</exception>
    public virtual void CheckOptions(ExampleRun run)
    {
    }
}

/// <summary>An example with options: the parameters of its <typeparamref name="TSettings"/>, each with a default.</summary>
/// <typeparam name="TSettings">
/// A record whose parameters carry an <see cref="OptionAttribute"/>. <c>new TSettings()</c> is the slide's own run, so
/// <c>settings == new Settings()</c> tells whether a slide's figure may be compared.
/// </typeparam>
public abstract class Example<TSettings>(string id, string name, string lab, string title, string about)
    : Example(id, name, lab, title, about)
    where TSettings : class
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<Setting> Options { get; } = Setting.AllOf(typeof(TSettings));

    /// <inheritdoc/>
    public sealed override ExampleResult Run(ExampleRun run) => Run(Read(run), run);

    /// <summary>Computes the example with these settings.</summary>
    public abstract ExampleResult Run(TSettings settings, ExampleRun run);

    /// <inheritdoc/>
    public sealed override void CheckOptions(ExampleRun run) => Read(run);

    private TSettings Read(ExampleRun run) =>
        (TSettings)Activator.CreateInstance(typeof(TSettings), [.. Options.Select(option => option.ValueIn(run))])!;
}
