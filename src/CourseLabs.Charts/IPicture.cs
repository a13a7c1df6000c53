namespace CourseLabs.Charts;

/// <summary>Anything that can be shown as a picture and read as numbers: a <see cref="Chart"/>, for example.</summary>
public interface IPicture
{
    /// <summary>The heading; may be empty.</summary>
    string Title { get; }

    /// <summary>The picture as an SVG document in its usual size; the same bytes for the same picture everywhere.</summary>
    string ToSvg();

    /// <summary>The numbers behind the picture as CSV (RFC 4180, lines end in LF); each reads back as the same double.</summary>
    string ToCsv();
}
