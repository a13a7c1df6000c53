using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CourseLabs.Notebooks.Session;

/// <summary>What there is to read about a symbol: its signature, and the summary in the XML file beside its assembly.</summary>
internal static class Documentation
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat;

    /// <summary>The text for a person.</summary>
    public static string Of(ISymbol symbol, Compilation compilation)
    {
        string kind = symbol is INamedTypeSymbol type ? $"{type.TypeKind.ToString().ToLowerInvariant()} " : "";
        string? summary = Summary(symbol.OriginalDefinition, compilation);
        return kind + symbol.ToDisplayString(Signature) + (summary is null ? "" : $"\n{summary}");
    }

    // Scripting's references know the assembly's path, but not its documentation.
    private static string? Summary(ISymbol symbol, Compilation compilation)
    {
        if (symbol.ContainingAssembly is not { } assembly || symbol.GetDocumentationCommentId() is not { } id
            || compilation.GetMetadataReference(assembly) is not PortableExecutableReference { FilePath: { } path })
            return null;
        try
        {
            XElement? member = XDocument.Load(Path.ChangeExtension(path, ".xml")).Descendants("member").FirstOrDefault(m => (string?)m.Attribute("name") == id);
            return member?.Element("summary") is { } summary ? string.Join(' ', Words(summary)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            return null; // most assemblies have none
        }
    }

    // <see cref="T:System.String"/> is read as String, <paramref name="x"/> as x.
    private static string[] Words(XElement element) =>
        string.Concat(element.Nodes().Select(n => n switch
        {
            XText text => text.Value,
            XElement { IsEmpty: true } see => ((string?)see.FirstAttribute ?? "").Split('.', ':')[^1],
            XElement inner => string.Join(' ', Words(inner)),
            _ => "",
        })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
