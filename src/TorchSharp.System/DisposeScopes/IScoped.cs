namespace TorchSharp;

/// <summary>Something that a dispose scope owns: a tensor or a packed sequence.</summary>
internal interface IScoped : IDisposable
{
    DisposeScope? OwningDisposeScope { get; set; }
    LifetimeStatistics StatisticsIn(ThreadDisposeScopeStatistics all);
}
