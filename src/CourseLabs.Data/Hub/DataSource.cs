namespace CourseLabs.Data.Hub;

/// <summary>Someone who has a data file.</summary>
/// <param name="Form">The form in which it comes from there.</param>
public abstract record DataSource(DataForm Form)
{
    /// <summary>The source, for a person: an address or a package.</summary>
    public abstract string Where { get; }

    /// <summary>
    /// Brings the file, whole as far as the source knows, to <paramref name="part"/>; what lies there already may be continued.
    /// </summary>
    /// <exception cref="SourceException">This source does not give it; the next one may.</exception>
    /// <exception cref="DataException">It cannot be written here, so that no source would help.</exception>
    internal abstract void Fetch(string part, Transfer transfer);
}

/// <summary>A source that does not give the file, and why in half a sentence.</summary>
internal sealed class SourceException(string message, Exception? inner = null) : Exception(message, inner);
