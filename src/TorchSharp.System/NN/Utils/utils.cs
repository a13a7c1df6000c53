using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales all gradients together so that their norm, which is returned, is at most max_norm.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var nograd = no_grad();
                var gradients = Gradients(tensors);
                if (gradients.Count == 0) return 0;
                var norms = gradients.ConvertAll(gradient => On(gradients[0].device, Norm(gradient, norm_type)));
                var total = Norm(Aten.Call("stack", norms), norm_type);
                // As in PyTorch the factor stays a tensor, in the gradients' precision.
                var factor = Aten.Call("reciprocal", total.add(1e-6)).mul(max_norm).clamp_max(1.0);
                foreach (var gradient in gradients) gradient.mul_(On(gradient.device, factor));
                return Aten.CallDouble("item", total);
            }

            /// <summary>Cuts every element of the gradients off at plus and minus clip_value.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var nograd = no_grad();
                foreach (var gradient in Gradients(tensors)) gradient.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters, one after the other, as one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                var pieces = tensors.Select(tensor => tensor.reshape(-1)).ToList();
                if (pieces.Count == 0) throw new ArgumentException("There are no parameters to make a vector of.", nameof(tensors));
                return Aten.Call("cat", pieces, 0).MoveToOuterDisposeScope();
            }

            /// <summary>Copies the pieces of a vector back into the parameters.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var nograd = no_grad();
                long start = 0;
                foreach (var tensor in tensors)
                {
                    var length = tensor.NumberOfElements;
                    using var piece = vec.narrow(0, start, length);
                    using var shaped = piece.reshape(tensor.shape);
                    tensor.copy_(shaped);
                    start += length;
                }
            }

            private static Tensor Norm(Tensor tensor, double norm_type) =>
                double.IsPositiveInfinity(norm_type) ? tensor.abs().max() : Aten.Call("norm.Scalar", tensor, norm_type);

            private static Tensor On(Device device, Tensor tensor) => Aten.Call("to.dtype_layout", tensor, Arg.None, Arg.None, device);

            private static List<Tensor> Gradients(IEnumerable<Parameter> tensors) => tensors.Select(tensor => tensor.grad).OfType<Tensor>().ToList();
        }
    }
}
