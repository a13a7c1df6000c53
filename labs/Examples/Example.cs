namespace CourseLabs.Labs.Examples;

/// <summary>
/// One lecture example: a small class that computes and returns one <see cref="ExampleResult"/>. It never prints and writes no file:
/// the command, the report, the notebook and the tests show that same object. A new example is one class and one line in
/// <see cref="Catalogue"/>.
/// </summary>
public abstract class Example
{
    /// <summary>The COURSE id of the item that it reproduces, such as <c>A7</c>; several examples may share one.</summary>
    public abstract string Id { get; }

    /// <summary>Its own name in lower case, such as <c>regression</c>; also the folder that its files go to.</summary>
    public abstract string Name { get; }

    /// <summary>The lab's folder, such as <c>05-regression</c>.</summary>
    public abstract string Lab { get; }

    /// <summary>One line for lists and tables.</summary>
    public abstract string Title { get; }

    /// <summary>A few sentences for <c>labs help NAME</c>: what the slide does and what there is to see.</summary>
    public abstract string Description { get; }

    /// <summary>The options that this example has beyond those of every example.</summary>
    public virtual IReadOnlyList<ExampleOption> Options => [];

    /// <summary>
    /// On how many threads torch runs it: one, unless its tensors are so large that more threads are faster. Who runs the example sets it.
    /// </summary>
    public virtual int TorchThreads => 1;

    /// <summary>Computes the example.</summary>
    /// <param name="context">Seed, device, own options; progress goes to it.</param>
    /// <returns>Figures, tables and charts.</returns>
    /// <exception cref="UserErrorException">What the user asked for cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The context's cancellation was asked for.</exception>
    public abstract ExampleResult Run(ExampleContext context);
}
