using System.Xml.Linq;

namespace CourseLabs.Grading.Handouts;

/// <summary>The versions of packages that a handout needs, as the checkout's Directory.Packages.props has them.</summary>
internal sealed class PackagePins
{
    // By the beginnings of their names: what a handout's projects use, and what these packages bring.
    private static readonly string[] Needed =
    [
        "TorchSharp", "libtorch-cpu", "Google.Protobuf", "SharpZipLib", "SkiaSharp", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Common",
        "Microsoft.CodeAnalysis.Analyzers", "System.Numerics.Tensors", "Mono.Cecil", "xunit", "Microsoft.ApplicationInsights", "Microsoft.Testing.",
        "Microsoft.Bcl.AsyncInterfaces", "System.Security.AccessControl",
    ];

    private readonly XElement[] pins;

    /// <summary>Reads them.</summary>
    /// <param name="checkout">The checkout's folder.</param>
    public PackagePins(string checkout) => pins = [.. XDocument.Load(Path.Combine(checkout, "Directory.Packages.props")).Descendants("PackageVersion")
        .Where(p => Needed.Any(n => Name(p) == n || Name(p).StartsWith(n.TrimEnd('.') + ".", StringComparison.Ordinal) || Name(p).StartsWith(n + "-", StringComparison.Ordinal)))
        .Where(p => !Name(p).Contains("Scripting", StringComparison.Ordinal) && !Name(p).Contains("Workspaces", StringComparison.Ordinal)
            && !Name(p).Contains("Features", StringComparison.Ordinal) && !Name(p).Contains("HarfBuzz", StringComparison.Ordinal))];

    /// <summary>The oldest version of a package that any machine takes.</summary>
    public Version Oldest(string package) => pins.Where(p => Name(p) == package).Select(p => Version.Parse(Text(p))).Min()!;

    /// <summary>Directory.Packages.props of a handout.</summary>
    /// <param name="ours">Our own packages' names.</param>
    /// <param name="version">Their version.</param>
    public string Props(IEnumerable<string> ours, string version)
    {
        XElement[] items = [.. ours.Select(name => new XElement("PackageVersion", new XAttribute("Include", name), new XAttribute("Version", version))), .. pins.Select(p => new XElement(p))];
        var project = new XElement("Project",
            new XElement("PropertyGroup", new XElement("ManagePackageVersionsCentrally", true), new XElement("CentralPackageTransitivePinningEnabled", true)),
            new XElement("ItemGroup", items));
        return project.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static string Name(XElement pin) => pin.Attribute("Include")!.Value;

    private static string Text(XElement pin) => pin.Attribute("Version")!.Value;
}
