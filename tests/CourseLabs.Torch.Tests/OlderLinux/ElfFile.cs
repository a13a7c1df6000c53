using System.Runtime.InteropServices;
using System.Text;

namespace CourseLabs.Torch.Tests.OlderLinux;

/// <summary>A version that a library asks another one for, and where its flags stand in the file.</summary>
internal sealed record NeededVersion(string Name, int Index, int Flags, int FlagsAt)
{
    /// <summary>VER_FLG_WEAK: the loader takes the file where the version is lacking.</summary>
    public bool IsWeak => (Flags & 2) != 0;
}

/// <summary>A symbol of the dynamic table; its version is <see cref="NeededVersion.Index"/>, as far as another library has it.</summary>
internal sealed record DynamicSymbol(int Index, string Name, int Version, bool IsDefined);

/// <summary>
/// As much of a 64-bit little-endian ELF file as tells which versions it asks for, and what refers to its symbols:
/// "Object Files" and "Symbol Versioning" in the Linux Standard Base.
/// </summary>
internal sealed class ElfFile
{
    private const uint Relocations = 4, DynamicSymbols = 11, VersionsNeeded = 0x6ffffffe, SymbolVersions = 0x6fffffff;

    private readonly Section[] sections;

    public ElfFile(string path)
    {
        Bytes = File.ReadAllBytes(path);
        int headers = (int)At<long>(0x28), size = At<ushort>(0x3a);
        sections = [.. Enumerable.Range(0, At<ushort>(0x3c)).Select(i => headers + (i * size)).Select(at => new Section(
            At<uint>(at + 4), (int)At<long>(at + 0x18), (int)At<long>(at + 0x20), (int)At<uint>(at + 0x28), (int)At<uint>(at + 0x2c)))];
    }

    public byte[] Bytes { get; }

    public IEnumerable<NeededVersion> Versions()
    {
        var needed = sections.Single(s => s.Type == VersionsNeeded);
        var library = needed.Start;
        for (var libraries = needed.Info; libraries > 0; libraries--, library += At<int>(library + 12))
        {
            var version = library + At<int>(library + 8);
            for (int versions = At<ushort>(library + 2); versions > 0; versions--, version += At<int>(version + 12))
                yield return new(Name(needed, At<int>(version + 8)), At<ushort>(version + 6), At<ushort>(version + 4), version + 4);
        }
    }

    public IEnumerable<DynamicSymbol> Symbols()
    {
        Section table = sections.Single(s => s.Type == DynamicSymbols), versions = sections.Single(s => s.Type == SymbolVersions);
        for (int i = 0, at = table.Start; at < table.Start + table.Size; i++, at += 24)
            yield return new(i, Name(table, At<int>(at)), At<ushort>(versions.Start + (2 * i)), IsDefined: At<ushort>(at + 6) != 0);
    }

    /// <summary>The indices of the symbols that the loader has to find, one a relocation.</summary>
    public IEnumerable<int> SymbolsOfRelocations() =>
        from section in sections
        where section.Type == Relocations
        from entry in Enumerable.Range(0, section.Size / 24)
        select At<int>(section.Start + (24 * entry) + 12);

    private T At<T>(int place)
        where T : unmanaged => MemoryMarshal.Read<T>(Bytes.AsSpan(place));

    private string Name(Section user, int offset)
    {
        var start = sections[user.Link].Start + offset;
        return Encoding.ASCII.GetString(Bytes, start, Array.IndexOf(Bytes, (byte)0, start) - start);
    }

    private sealed record Section(uint Type, int Start, int Size, int Link, int Info);
}
