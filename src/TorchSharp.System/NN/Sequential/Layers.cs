using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The named modules of a Sequential, in order.</summary>
internal sealed class Layers
{
    private readonly List<(string name, nn.Module module)> items = [];

    public int Count => items.Count;
    public IReadOnlyList<(string name, nn.Module module)> Items => items;
    public nn.Module this[int index] => items[index].module;

    public void Add(string? name, nn.Module module) => items.Add((name ?? items.Count.ToString(CultureInfo.InvariantCulture), module));

    public void Add((string name, nn.Module module)[] modules) => items.AddRange(modules);

    public void Add(nn.Module[] modules)
    {
        foreach (var module in modules) Add(null, module);
    }

    /// <summary>The layers from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public List<(string name, nn.Module module)> Slice(int start, int end)
    {
        if (start < 0 || start > Count) throw new IndexOutOfRangeException($"{start} is not a valid index.");
        if (end < 0 || end > Count) throw new IndexOutOfRangeException($"{end} is not a valid index.");
        return items.GetRange(start, Math.Max(0, end - start));
    }
}
