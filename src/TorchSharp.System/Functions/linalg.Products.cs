using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Products and powers.
    public static partial class linalg
    {
        public static Tensor multi_dot(IList<Tensor> tensors) => tensors.Count switch
        {
            0 => throw new ArgumentException("Expected a list of at least one tensor.", nameof(tensors)),
            1 => tensors[0].alias(),
            _ => Aten.Call("linalg_multi_dot", Arg.List(tensors)),
        };

        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Aten.Call("linalg_cross", input, other, dim);
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            @out is null ? Aten.Call("linalg_vecdot", x, y, dim) : Aten.Out("linalg_vecdot.out", x, y, dim, @out);
        public static Tensor matrix_exp(Tensor input) => Aten.Call("linalg_matrix_exp", input);
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);
        public static Tensor vander(Tensor input, long? N = null) => Aten.Call("linalg_vander", input, N);
    }
}
