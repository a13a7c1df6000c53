using System.Reflection;

namespace CourseLabs.Exercises;

/// <summary>The tasks of one lab: its Checks.cs derives from this, and lists them.</summary>
/// <param name="lab">The lab's folder, such as <c>03-backpropagation</c>.</param>
public abstract class Exercise(string lab)
{
    private Hints? english;
    private Hints? korean;

    /// <summary>The lab's folder.</summary>
    public string Lab => lab;

    /// <summary>The lab's number, <c>03</c>.</summary>
    public string Number => lab[..2];

    /// <summary>The tasks, in the exercise's order.</summary>
    public abstract IReadOnlyList<Check> Checks { get; }

    /// <summary>The tasks with these ids, in the exercise's order.</summary>
    /// <exception cref="InvalidDataException">There is no such task; the message has those that there are.</exception>
    public IReadOnlyList<Check> Find(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return ids.FirstOrDefault(id => Checks.All(c => c.Id != id)) is { } unknown
            ? throw new InvalidDataException($"Lab {Number} has no task \"{unknown}\". It has {string.Join(", ", Checks.Select(c => c.Id))}.")
            : [.. Checks.Where(c => ids.Contains(c.Id))];
    }

    /// <summary>What is said of a task.</summary>
    public TaskHints HintsFor(string id, Language language) => language == Language.Korean
        ? (korean ??= Read("hints.ko.md"))[id]
        : (english ??= Read("hints.md"))[id];

    /// <summary>The file that a student begins with, where the checks are those of a handout.</summary>
    public string Stub() => Resource(Source.StudentCompiler.FileName);

    /// <summary>All that is said in one language.</summary>
    public Hints Read(string file) => Hints.Parse(Resource(file));

    /// <summary>The exercises whose checks are in an assembly, in the order of their labs.</summary>
    public static IReadOnlyList<Exercise> AllIn(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Exercise)) && !t.IsAbstract)
            .Select(t => (Exercise)Activator.CreateInstance(t)!).OrderBy(e => e.Lab, StringComparer.Ordinal)];
    }

    // The hints stand in Markdown beside the checks, and travel with them.
    private string Resource(string file)
    {
        var name = $"{lab}/exercise/{file}";
        using var stream = GetType().Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{GetType().Assembly.GetName().Name} has no resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
