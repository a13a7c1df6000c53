using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace CourseLabs.Grading.Handouts;

/// <summary>Our assemblies as NuGet packages: the same assembly makes the same bytes.</summary>
internal static class Packages
{
    private static readonly NuGetFramework Framework = NuGetFramework.Parse("net10.0");

    /// <summary>A package with one assembly.</summary>
    /// <param name="name">The assembly's and the package's name.</param>
    /// <param name="version">The package's version.</param>
    /// <param name="assembly">The assembly.</param>
    /// <param name="dependencies">The packages that it needs, and their versions.</param>
    public static byte[] Make(string name, string version, byte[] assembly, params IEnumerable<(string Name, string Version)> dependencies)
    {
        var builder = new PackageBuilder(deterministic: true)
        {
            Id = name,
            DeterministicTimestamp = "315532800", // the first second that a zip can write, 1980-01-01
            Version = NuGetVersion.Parse(version),
            Description = "A part of the check of the CourseLabs exercises.",
        };
        builder.Authors.Add("CourseLabs");
        builder.DependencyGroups.Add(new(Framework, dependencies.Select(d => new PackageDependency(d.Name, VersionRange.Parse(d.Version)))));
        builder.Files.Add(new AssemblyFile($"lib/net10.0/{name}.dll", assembly));
        using var stream = new MemoryStream();
        builder.Save(stream);
        return stream.ToArray();
    }

    private sealed class AssemblyFile(string path, byte[] bytes) : IPackageFile
    {
        public string Path => path;

        public string EffectivePath => System.IO.Path.GetFileName(path);

        public System.Runtime.Versioning.FrameworkName TargetFramework => new(Framework.DotNetFrameworkName);

        public NuGetFramework NuGetFramework => Framework;

        public DateTimeOffset LastWriteTime => DeterministicTime;

        public Stream GetStream() => new MemoryStream(bytes, writable: false);
    }

    // The first that a zip can write.
    internal static DateTimeOffset DeterministicTime { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
