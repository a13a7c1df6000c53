using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

// Bases for one's own Sequential over modules of any kind: a derived class says in forward how one's result reaches the next.

public abstract class Sequential<T, TResult> : nn.Module<T, TResult>
{
    private readonly Layers layers = new();

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential)) => layers.Add(modules);
    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential)) => layers.Add(modules);

    public int Count => layers.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => layers[index];

    [IndexerName("SequentialItems")]
    public Sequential<T, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    public override IEnumerable<(string name, nn.Module module)> named_children() => layers.Items;

    protected internal void Add(string name, nn.Module sm) => layers.Add(name, sm);
    protected internal void Add(nn.Module module) => layers.Add(null, module);

    /// <summary>Only the derived class can make a part of itself.</summary>
    protected virtual Sequential<T, TResult> Slice(int start, int end) => throw new NotImplementedException();
}

public abstract class Sequential<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    private readonly Layers layers = new();

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential)) => layers.Add(modules);
    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential)) => layers.Add(modules);

    public int Count => layers.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => layers[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    public override IEnumerable<(string name, nn.Module module)> named_children() => layers.Items;

    protected internal void Add(string name, nn.Module sm) => layers.Add(name, sm);
    protected internal void Add(nn.Module module) => layers.Add(null, module);

    /// <summary>Only the derived class can make a part of itself.</summary>
    protected virtual Sequential<T1, T2, TResult> Slice(int start, int end) => throw new NotImplementedException();
}

public abstract class Sequential<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    private readonly Layers layers = new();

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential)) => layers.Add(modules);
    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential)) => layers.Add(modules);

    public int Count => layers.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => layers[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    public override IEnumerable<(string name, nn.Module module)> named_children() => layers.Items;

    protected internal void Add(string name, nn.Module sm) => layers.Add(name, sm);
    protected internal void Add(nn.Module module) => layers.Add(null, module);

    /// <summary>Only the derived class can make a part of itself.</summary>
    protected virtual Sequential<T1, T2, T3, TResult> Slice(int start, int end) => throw new NotImplementedException();
}

public abstract class Sequential<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    private readonly Layers layers = new();

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential)) => layers.Add(modules);
    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential)) => layers.Add(modules);

    public int Count => layers.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => layers[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, T4, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    public override IEnumerable<(string name, nn.Module module)> named_children() => layers.Items;

    protected internal void Add(string name, nn.Module sm) => layers.Add(name, sm);
    protected internal void Add(nn.Module module) => layers.Add(null, module);

    /// <summary>Only the derived class can make a part of itself.</summary>
    protected virtual Sequential<T1, T2, T3, T4, TResult> Slice(int start, int end) => throw new NotImplementedException();
}

public abstract class Sequential<T1, T2, T3, T4, T5, TResult> : nn.Module<T1, T2, T3, T4, T5, TResult>
{
    private readonly Layers layers = new();

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential)) => layers.Add(modules);
    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential)) => layers.Add(modules);

    public int Count => layers.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => layers[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, T4, T5, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, T5, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    public override IEnumerable<(string name, nn.Module module)> named_children() => layers.Items;

    protected internal void Add(string name, nn.Module sm) => layers.Add(name, sm);
    protected internal void Add(nn.Module module) => layers.Add(null, module);

    /// <summary>Only the derived class can make a part of itself.</summary>
    protected virtual Sequential<T1, T2, T3, T4, T5, TResult> Slice(int start, int end) => throw new NotImplementedException();
}

public abstract class Sequential<T1, T2, T3, T4, T5, T6, TResult> : nn.Module<T1, T2, T3, T4, T5, T6, TResult>
{
    private readonly Layers layers = new();

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential)) => layers.Add(modules);
    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential)) => layers.Add(modules);

    public int Count => layers.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => layers[index];

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    public override IEnumerable<(string name, nn.Module module)> named_children() => layers.Items;

    protected internal void Add(string name, nn.Module sm) => layers.Add(name, sm);
    protected internal void Add(nn.Module module) => layers.Add(null, module);

    /// <summary>Only the derived class can make a part of itself.</summary>
    protected virtual Sequential<T1, T2, T3, T4, T5, T6, TResult> Slice(int start, int end) => throw new NotImplementedException();
}
