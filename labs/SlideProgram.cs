namespace CourseLabs.Labs;

/// <summary>A slide's program, as C#: a file of a lab.</summary>
/// <param name="Path">From the checkout's folder on: <c>labs/05-regression/Regression.cs</c>.</param>
public sealed record SlideProgram(string Path)
{
    /// <summary>Its name: <c>Regression</c>.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The program, as it was built.</summary>
    public string Text => CourseItem.Embedded(Path);

    /// <summary>The first item that has it: several may share one.</summary>
    public CourseItem Home => CourseItem.All.First(item => item.Paths.Contains(Path));
}
