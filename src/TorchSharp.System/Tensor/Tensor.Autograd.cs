using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Flags.HasFlag(TensorFlags.RequiresGrad);
            set
            {
                Failure.Check(Shim.ts_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        public bool is_leaf => Flags.HasFlag(TensorFlags.Leaf);

        /// <summary>The gradient that backward left here, a new object at each reading; null where there is none.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                Result result;
                Failure.Check(Shim.ts_grad(Handle, &result));
                GC.KeepAlive(this);
                return OwnOrNull(result);
            }
            set
            {
                Failure.Check(Shim.ts_set_grad(Handle, value?.Handle ?? IntPtr.Zero));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad()
        {
            Failure.Check(Shim.ts_retain_grad(Handle));
            GC.KeepAlive(this);
        }

        public unsafe void backward()
        {
            var tensor = Handle;
            Failure.Check(Shim.ts_backward(&tensor, 1, null, 0, 0, 0, null, 0));
            GC.KeepAlive(this);
        }

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        public Tensor detach() => Aten.Call("detach", this);
        public Tensor detach_() => Aten.InPlace("detach_", this);
    }
}
