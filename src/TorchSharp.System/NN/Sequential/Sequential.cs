using System.Runtime.CompilerServices;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other, each called with the result of the one before.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly Layers layers = new();

    internal Sequential() : base(nameof(Sequential)) { }

    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : this()
    {
        foreach (var (name, module) in modules) Add(name, module);
    }

    protected Sequential(params nn.Module<Tensor, Tensor>[] modules) : this()
    {
        foreach (var module in modules) Add(null, module);
    }

    public int Count => layers.Count;

    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => (nn.IModule<Tensor, Tensor>)layers[index];

    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        Add(name, module);
        return this;
    }

    public Sequential append(nn.IModule<Tensor, Tensor> module)
    {
        Add(null, module);
        return this;
    }

    public override IEnumerable<(string name, nn.Module module)> named_children() => layers.Items;

    /// <summary>
    /// Calls the modules in order. What one hands to the next is disposed once the next has used it,
    /// unless a module handed its own input on: then it is the caller's, or the result.
    /// </summary>
    public override Tensor forward(Tensor tensor)
    {
        if (layers.Count == 0) return Aten.Call("alias", tensor);
        var current = tensor;
        for (var i = 0; i < layers.Count; i++)
        {
            var next = ((nn.IModule<Tensor, Tensor>)layers[i]).call(current);
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next)) current.Dispose();
            current = next;
        }
        return current;
    }

    internal void Add(string? name, nn.IModule<Tensor, Tensor> module) => layers.Add(name, (nn.Module)module);

    private Sequential Slice(int start, int end)
    {
        var slice = new Sequential();
        foreach (var (name, module) in layers.Slice(start, end)) slice.layers.Add(name, module);
        return slice;
    }
}
