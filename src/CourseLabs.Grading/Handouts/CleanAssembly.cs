using Mono.Cecil;

namespace CourseLabs.Grading.Handouts;

/// <summary>An assembly of ours as it is handed out: without the places and the commit that it was built from, the same bytes on each machine.</summary>
internal static class CleanAssembly
{
    // The last makes the JIT compile without optimization, and a debugger step into it: it is no code of the student's.
    private static readonly string[] Dropped =
        ["AssemblyInformationalVersionAttribute", "AssemblyConfigurationAttribute", "InternalsVisibleToAttribute", "DebuggableAttribute"];

    /// <summary>The assembly's bytes.</summary>
    /// <param name="assembly">As it was built.</param>
    /// <param name="torchSharp">The oldest TorchSharp that a handout may meet: Windows has another one than Linux.</param>
    public static byte[] Of(byte[] assembly, Version torchSharp)
    {
        using var definition = AssemblyDefinition.ReadAssembly(new MemoryStream(assembly), new ReaderParameters { InMemory = true });
        foreach (var attribute in definition.CustomAttributes.Where(a => Dropped.Contains(a.AttributeType.Name)).ToArray())
            definition.CustomAttributes.Remove(attribute);
        foreach (var reference in definition.MainModule.AssemblyReferences.Where(r => r.Name == "TorchSharp"))
            reference.Version = new(torchSharp.Major, torchSharp.Minor, torchSharp.Build, 0);
        using var result = new MemoryStream();
        definition.Write(result, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
        return result.ToArray();
    }
}
