namespace CourseLabs.Plots;

/// <summary>Anything that can be shown as a picture and read as numbers: a <see cref="Plot"/>, for example.</summary>
public interface IPicture
{
    /// <summary>The heading; may be empty.</summary>
    string Title { get; }

    /// <summary>The picture as a PNG file, two pixels for each unit of length, so that it stays sharp on paper and on any screen.</summary>
    byte[] ToPng();

    /// <summary>The picture as HTML, for notebooks: the PNG itself in its usual size.</summary>
    string ToHtml();

    /// <summary>The numbers behind the picture as CSV (RFC 4180, lines end in LF); each reads back as the same double.</summary>
    string ToCsv();
}
