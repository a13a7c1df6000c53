using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters along their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            // Set by the constructors of the optimizers.
            protected IList<ParamGroup> _parameter_groups = null!;

            /// <summary>TorchSharp passes a native optimizer's handle here; nothing of this implementation has one.</summary>
            protected Optimizer(IntPtr handle) { }

            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>Sets the gradients to zero where there are some (to zero, and not to none, as TorchSharp does).</summary>
            public virtual void zero_grad()
            {
                foreach (var group in _parameter_groups)
                    foreach (var parameter in group.Items)
                    {
                        using var grad = parameter.grad;
                        if (grad is not null) ZeroGradient(grad);
                    }
            }

            public virtual void add_param_group(ParamGroup param_group) => throw new NotImplementedException($"{GetType().Name} has no parameter groups.");

            /// <summary>One step; <paramref name="closure"/>, where there is one, computes the loss and its gradients first. Returns its loss.</summary>
            public virtual Tensor? step(Func<Tensor>? closure = null) => throw new NotImplementedException($"{GetType().Name} has no step().");

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (disposing) DisposeState();
            }

            private protected virtual void DisposeState() { }

            private static void ZeroGradient(Tensor grad)
            {
                // A gradient with a graph of its own (create_graph) is cut off from it first, as in PyTorch.
                if (grad.requires_grad) grad.detach_();
                Native.Aten.InPlace("zero_", grad);
            }

            public delegate IntPtr LossClosure();

            /// <summary>An optimizer's options by group, and its state by parameter.</summary>
            public class StateDictionary
            {
                internal StateDictionary() { }

                public List<OptimizerOptions> Options { get; } = [];
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, where its parameters' states stand in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
