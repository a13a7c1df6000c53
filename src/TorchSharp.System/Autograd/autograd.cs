using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public static unsafe void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            var (from, grads, to) = (Handles(tensors), Handles(grad_tensors), Handles(inputs));
            fixed (IntPtr* t = from, g = grads, i = to)
                Failure.Check(Shim.ts_backward(t, from.Length, g, grads.Length, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, i, to.Length));
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>The gradients of the outputs in the inputs; null in the place of an input that no output depends on.</summary>
        public static unsafe IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var (from, to, grads) = (Handles(outputs), Handles(inputs), Handles(grad_outputs));
            var results = new Result[to.Length];
            fixed (IntPtr* f = from, t = to, g = grads)
            fixed (Result* r = results)
                Failure.Check(Shim.ts_autograd_grad(f, from.Length, t, to.Length, g, grads.Length, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, r));
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return results.Select(result => Tensor.OwnOrNull(result)!).ToList();
        }

        private static IntPtr[] Handles(IList<Tensor>? tensors) => tensors?.Select(tensor => tensor is null ? IntPtr.Zero : tensor.Handle).ToArray() ?? [];
    }
}
