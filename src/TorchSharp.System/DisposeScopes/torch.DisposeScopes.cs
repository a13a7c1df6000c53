namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.Open();
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.OfThread.CurrentScope;

    /// <summary>Runs <paramref name="expr"/> in a scope that only its result leaves.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
