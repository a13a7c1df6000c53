namespace CourseLabs.Display;

// What lets a type of ours show as HTML in .NET Interactive's notebooks without a reference to it: its
// Microsoft.DotNet.Interactive.Formatting (Formatter.cs, TryRegisterFromConventionBasedFormatterSources) looks for an attribute of this
// simple name and calls what follows by name. These files are compiled into each assembly that has such types: Plots and Backprop
// use no other project.

/// <summary>Shows as HTML in .NET Interactive, by <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal interface IHtml
{
    /// <summary>A fragment of HTML.</summary>
    string ToHtml();
}

/// <summary>Names the type that makes the formatters of the type which it stands on.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType => formatterSourceType;

    public string[] PreferredMimeTypes { get; } = ["text/html"];
}

#pragma warning disable CA1822 // called by reflection on the instance

/// <summary>The source of the one formatter that an <see cref="IHtml"/> needs.</summary>
internal sealed class HtmlFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter()];
}

/// <summary>Writes what <see cref="IHtml.ToHtml"/> returns.</summary>
internal sealed class HtmlFormatter
{
    public string MimeType => "text/html";

    public bool Format(object instance, TextWriter writer)
    {
        writer.Write(((IHtml)instance).ToHtml());
        return true;
    }
}
