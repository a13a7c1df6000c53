namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of different lengths, step by step: the first steps of all, then the second steps, and so on.</summary>
                public sealed class PackedSequence : IDisposable, IScoped
                {
                    /// <summary>The steps, one after the other.</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences have a first step, a second, and so on.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>The sequences' order by falling length; an invalid tensor where they came in that order.</summary>
                    public readonly Tensor sorted_indices;
                    public readonly Tensor unsorted_indices;
                    private DisposeScope? owner;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor sorted_indices, Tensor unsorted_indices)
                    {
                        this.data = data;
                        this.batch_sizes = batch_sizes;
                        this.sorted_indices = sorted_indices;
                        this.unsorted_indices = unsorted_indices;
                        foreach (var tensor in Tensors) tensor.DetachFromDisposeScope();
                        DisposeScopeManager.OfThread.Created(this);
                    }

                    internal bool IsInvalid { get; private set; }
                    private Tensor[] Tensors => [data, batch_sizes, sorted_indices, unsorted_indices];

                    // The scope knows the sequence alone; its tensors go where it goes.
                    DisposeScope? IScoped.OwningDisposeScope
                    {
                        get => owner;
                        set
                        {
                            owner = value;
                            foreach (IScoped tensor in Tensors) tensor.OwningDisposeScope = value;
                        }
                    }

                    LifetimeStatistics IScoped.StatisticsIn(ThreadDisposeScopeStatistics all) => all.PackedSequenceStatistics;

                    public void Dispose()
                    {
                        if (IsInvalid) return;
                        IsInvalid = true;
                        foreach (var tensor in Tensors) tensor.Dispose();
                        DisposeScopeManager.OfThread.Disposing(this);
                    }

                    public PackedSequence MoveToOuterDisposeScope()
                    {
                        owner?.MoveToOuter(this);
                        return this;
                    }

                    public PackedSequence DetachFromDisposeScope()
                    {
                        owner?.Detach(this);
                        return this;
                    }

                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => MoveToOtherDisposeScope(other.owner);

                    public PackedSequence MoveToOtherDisposeScope(DisposeScope? other)
                    {
                        if (owner is { } scope) scope.MoveToOther(other, this);
                        else other?.Attach(this);
                        return this;
                    }
                }
            }
        }
    }
}
