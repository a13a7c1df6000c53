using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What one application of a <see cref="Function{T}"/> keeps from its forward for its backward.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> data = [];

            // libtorch's own context; there only while a forward or backward runs.
            private IntPtr native;

            internal AutogradContext()
            {
            }

            public bool MaterializeGrads { get; private set; } = true;

            public unsafe void save_for_backward(List<Tensor> tensors)
            {
                var handles = Handles(tensors);
                fixed (IntPtr* t = handles) Failure.Check(Shim.ts_context_save(Native, t, handles.Length));
                GC.KeepAlive(tensors);
            }

            public unsafe List<Tensor> get_saved_variables()
            {
                Result tensors;
                Failure.Check(Shim.ts_context_saved(Native, &tensors));
                return [.. Aten.Unpack(tensors)];
            }

            public void save_data(string key, object value) => data[key] = value;
            public object get_data(string key) => data[key];

            public void mark_dirty(List<Tensor> tensors) => Mark(tensors, dirty: true);
            public void mark_non_differentiable(List<Tensor> tensors) => Mark(tensors, dirty: false);

            public void set_materialize_grads(bool value)
            {
                MaterializeGrads = value;
                Shim.ts_context_materialise(Native, value ? 1 : 0);
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            public void Dispose(bool disposing) => data.Clear();

            /// <summary>Runs a forward or backward with libtorch's context at hand.</summary>
            internal void During(IntPtr context, Action body)
            {
                native = context;
                try
                {
                    body();
                }
                finally
                {
                    native = IntPtr.Zero;
                }
            }

            private IntPtr Native => native != IntPtr.Zero ? native : throw new InvalidOperationException("A context is used only inside its function's forward and backward.");

            private unsafe void Mark(List<Tensor> tensors, bool dirty)
            {
                var handles = Handles(tensors);
                fixed (IntPtr* t = handles) Failure.Check(Shim.ts_context_mark(Native, dirty ? 1 : 0, t, handles.Length));
                GC.KeepAlive(tensors);
            }
        }
    }
}
