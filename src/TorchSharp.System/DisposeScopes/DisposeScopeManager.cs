namespace TorchSharp;

/// <summary>The stack of dispose scopes of one thread, and its counts.</summary>
public class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? current;

    internal static DisposeScopeManager OfThread => current ??= new DisposeScopeManager();

    public static ThreadDisposeScopeStatistics Statistics => OfThread.StatisticsOfThread;

    internal ThreadDisposeScopeStatistics StatisticsOfThread { get; } = new();
    internal DisposeScope? CurrentScope { get; private set; }

    internal DisposeScope Open() => CurrentScope = new DisposeScope(this, CurrentScope);

    /// <summary>Takes a closed scope out of the stack, wherever in it it stands.</summary>
    internal void Close(DisposeScope scope)
    {
        if (CurrentScope == scope)
        {
            CurrentScope = scope.Outer;
            return;
        }
        for (var inner = CurrentScope; inner is not null; inner = inner.Outer)
            if (inner.Outer == scope) inner.Outer = scope.Outer;
    }

    internal void Created(IScoped item)
    {
        var statistics = item.StatisticsIn(StatisticsOfThread);
        if (CurrentScope is { } scope)
        {
            statistics.CreatedInScopeCount++;
            scope.Add(item);
        }
        else
        {
            statistics.CreatedOutsideScopeCount++;
        }
    }

    internal void Disposing(IScoped item)
    {
        var statistics = item.StatisticsIn(StatisticsOfThread);
        if (item.OwningDisposeScope is { } scope)
        {
            statistics.DisposedInScopeCount++;
            scope.MarkAsDisposed(item);
        }
        else
        {
            statistics.DisposedOutsideScopeCount++;
        }
    }
}
