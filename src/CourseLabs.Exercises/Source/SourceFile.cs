namespace CourseLabs.Exercises.Source;

/// <summary>A file of a student's.</summary>
/// <param name="Name">Its name without folders, as messages show it.</param>
/// <param name="Text">What is in it.</param>
public sealed record SourceFile(string Name, string Text)
{
    /// <summary>As the file is encoded: a debugger compares the file's hash with that of what was compiled.</summary>
    public System.Text.Encoding Encoding { get; init; } = System.Text.Encoding.UTF8;
}
