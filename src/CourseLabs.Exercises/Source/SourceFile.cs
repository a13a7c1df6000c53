namespace CourseLabs.Exercises.Source;

/// <summary>A file of a student's.</summary>
/// <param name="Name">Its name without folders, as messages show it.</param>
/// <param name="Text">What is in it.</param>
public sealed record SourceFile(string Name, string Text);
