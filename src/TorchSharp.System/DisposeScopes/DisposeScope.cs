namespace TorchSharp;

/// <summary>Disposes what was made while it was the thread's innermost scope, save what was moved out or detached.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;
    private HashSet<IDisposable> items = NewSet();
    private bool disposed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer) => (this.manager, Outer) = (manager, outer);

    internal DisposeScope? Outer { get; set; }

    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return [.. items];
        }
    }

    public int DisposablesCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return items.Count;
        }
    }

    public bool Contains(IDisposable disposable) => items.Contains(disposable);

    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(Outer, disposable);
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        MoveToOther(Outer, first, second);
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => MoveToOther(Outer, first, second, third);
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(Outer, (IEnumerable<IDisposable>)disposables);
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(Outer, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        MoveToOther(scope, [disposable]);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        MoveToOther(scope, (IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        MoveToOther(scope, (IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (scope is null)
        {
            Detach(disposables);
            return;
        }
        foreach (var item in disposables)
            if (items.Remove(item)) scope.Add((IScoped)item);
    }

    public T Detach<T>(T disposable) where T : IDisposable
    {
        Detach([disposable]);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        Detach((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        Detach((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        foreach (var disposable in disposables)
        {
            if (!items.Remove(disposable) || disposable is not IScoped item) continue;
            item.StatisticsIn(manager.StatisticsOfThread).DetachedFromScopeCount++;
            item.OwningDisposeScope = null;
        }
    }

    public void Attach(IDisposable disposable) => Attach((IEnumerable<IDisposable>)[disposable]);
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var attached = new List<IDisposable>();
        foreach (var disposable in disposables)
        {
            if (disposable is not IScoped item) throw new InvalidOperationException("DisposeScope can only manage Tensor or PackedSequence");
            if (item.OwningDisposeScope != this)
            {
                item.OwningDisposeScope?.items.Remove(item);
                Add(item);
                item.StatisticsIn(manager.StatisticsOfThread).AttachedToScopeCount++;
            }
            attached.Add(disposable);
        }
        return attached;
    }

    public void DisposeEverything() => DisposeEverythingBut((IEnumerable<IDisposable>)[]);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var before = items;
        items = NewSet(inKeep);
        foreach (var item in before)
            if (!items.Contains(item)) item.Dispose();
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    public void MarkAsDisposed(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        items.Remove(disposable);
        if (disposable is IScoped item) item.OwningDisposeScope = null;
    }

    public void Dispose()
    {
        if (disposed) return;
        DisposeEverything();
        manager.Close(this);
        disposed = true;
    }

    internal void Add(IScoped item)
    {
        items.Add(item);
        item.OwningDisposeScope = this;
    }

    private static HashSet<IDisposable> NewSet(IEnumerable<IDisposable>? content = null) =>
        content is null ? new(32, ReferenceEqualityComparer.Instance) : new(content, ReferenceEqualityComparer.Instance);
}
