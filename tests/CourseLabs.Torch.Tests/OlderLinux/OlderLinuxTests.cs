using System.Reflection;

namespace CourseLabs.Torch.Tests.OlderLinux;

/// <summary>What eng/OlderLinux.targets does to TorchSharp's native file, and that nothing can miss what it makes optional.</summary>
public sealed class OlderLinuxTests
{
    private const string Version = "GLIBCXX_3.4.32";

    private static readonly ElfFile Built = new(
        Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so"));

    private static readonly ElfFile Packed = new(typeof(OlderLinuxTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "LibTorchSharp").Value!);

    [Fact]
    public void The_built_file_differs_from_the_package_in_the_flags_of_that_version_alone()
    {
        Assert.Equal(Packed.Bytes.Length, Built.Bytes.Length);
        int[] different = [.. Enumerable.Range(0, Built.Bytes.Length).Where(i => Built.Bytes[i] != Packed.Bytes[i])];

        Assert.Equal(Packed.Versions().Single(v => v.Name == Version).FlagsAt, Assert.Single(different));
        Assert.Equal((0, 2), (Packed.Bytes[different[0]], Built.Bytes[different[0]]));
    }

    [Fact]
    public void That_version_is_the_only_weak_one()
    {
        Assert.True(Packed.Versions().Count() > 10);
        Assert.DoesNotContain(Packed.Versions(), v => v.IsWeak);
        Assert.Equal([Version], Built.Versions().Where(v => v.IsWeak).Select(v => v.Name));
    }

    [Fact]
    public void Its_only_symbol_is_a_mark_that_no_relocation_refers_to()
    {
        var index = Built.Versions().Single(v => v.Name == Version).Index;
        HashSet<int> referredTo = [.. Built.SymbolsOfRelocations()];

        var mark = Assert.Single(Built.Symbols(), s => s.Version == index);
        Assert.Equal(("_ZSt21ios_base_library_initv", false), (mark.Name, mark.IsDefined)); // std::ios_base_library_init()
        Assert.DoesNotContain(mark.Index, referredTo);

        // Of all the other symbols that the file takes from elsewhere, each is referred to: the search finds what there is.
        Assert.True(Built.Symbols().Count(s => !s.IsDefined) > 1000);
        Assert.Equal([mark], Built.Symbols().Where(s => s is { IsDefined: false, Index: > 0 } && !referredTo.Contains(s.Index)));
    }
}
