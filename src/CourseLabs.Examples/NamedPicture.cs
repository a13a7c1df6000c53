using CourseLabs.Display;
using CourseLabs.Plots;

namespace CourseLabs.Examples;

/// <summary>A chart or diagram and the name of its files.</summary>
/// <param name="Name">A file's name without its ending, such as <c>loss</c>; no table of the same example has it.</param>
/// <param name="Picture">What to draw.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record NamedPicture(string Name, IPicture Picture) : IHtml
{
    /// <summary>The picture as HTML, for notebooks.</summary>
    public string ToHtml() => Picture.ToHtml();
}
