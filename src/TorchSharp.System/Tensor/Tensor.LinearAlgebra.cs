using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Products of vectors and matrices, and decompositions that are members of a tensor.
    public partial class Tensor
    {
        public Tensor matmul(Tensor target) => Aten.Call("matmul", this, target);
        public Tensor mm(Tensor target) => Aten.Call("mm", this, target);
        public Tensor mv(Tensor target) => Aten.Call("mv", this, target);
        public Tensor bmm(Tensor batch2) => Aten.Call("bmm", this, batch2);
        public Tensor dot(Tensor target)
        {
            RequireSameLength(target, "dot");
            return Aten.Call("dot", this, target);
        }

        public Tensor vdot(Tensor target)
        {
            RequireSameLength(target, "vdot");
            return Aten.Call("vdot", this, target);
        }

        public Tensor outer(Tensor vec2) => Aten.Call("outer", this, vec2);
        public Tensor ger(Tensor vec2) => Aten.Call("ger", this, vec2);
        public Tensor inner(Tensor vec2) => Aten.Call("inner", this, vec2);
        public Tensor kron(Tensor other) => Aten.Call("kron", this, other);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Aten.Call("addmm", this, mat1, mat2, beta, alpha);
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.InPlace("addmm_", this, mat1, mat2, beta, alpha);
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Aten.Call("addmv", this, mat, vec, beta, alpha);
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.InPlace("addmv_", this, mat, vec, beta, alpha);
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Aten.Call("addr", this, vec1, vec2, beta, alpha);
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.InPlace("addr_", this, vec1, vec2, beta, alpha);
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.Call("addbmm", this, batch1, batch2, beta, alpha);
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.InPlace("addbmm_", this, batch1, batch2, beta, alpha);
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.Call("baddbmm", this, batch1, batch2, beta, alpha);

        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Aten.Call("tensordot", this, b, dims1, dims2);
        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, [.. dims.Select(pair => pair.Item1)], [.. dims.Select(pair => pair.Item2)]);

        /// <summary>Contracts this tensor's last dimensions with the first ones of <paramref name="b"/>.</summary>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dims);
            var first = Enumerable.Range(0, (int)dims).Select(i => (long)i).ToArray();
            return tensordot(b, [.. first.Select(i => i - dims)], first);
        }

        public Tensor trace()
        {
            if (ndim != 2) throw new ArgumentException($"Expected a matrix, but got tensor with ndim == {ndim}");
            return Aten.Call("trace", this);
        }
        public Tensor det() => Aten.Call("linalg_det", this);

        public Tensor logdet()
        {
            var size = shape;
            if (size.Length < 2 || size[^1] != size[^2]) throw new ArgumentException("The input tensor is not square");
            return Aten.Call("logdet", this);
        }

        public Tensor inverse() => Aten.Call("linalg_inv", this);
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => Aten.Call("linalg_pinv", this, rcond, hermitian);
        public Tensor matrix_power(int n) => Aten.Call("matrix_power", this, n);
        public Tensor matrix_exp() => Aten.Call("matrix_exp", this);

        public Tensor cholesky(bool upper = false) => Aten.Call("cholesky", this, upper);
        public Tensor cholesky_inverse(bool upper = false) => Aten.Call("cholesky_inverse", this, upper);
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Aten.Call("cholesky_solve", this, input2, upper);
        public (Tensor a, Tensor tau) geqrf() => Aten.Call2("geqrf", this);
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
            Aten.Call("ormqr", this, tau, other, left, transpose);

        public Tensor vander(long N = -1, bool increasing = false)
        {
            if (ndim != 1) throw new InvalidOperationException("Input argument for 'vander()' must be 1-D.");
            return Aten.Call("vander", this, N == -1 ? Arg.None : N, increasing);
        }

        private void RequireSameLength(Tensor other, string op)
        {
            if (ndim == 1 && other.ndim == 1 && NumberOfElements == other.NumberOfElements) return;
            throw new InvalidOperationException($"{op} arguments must have the same shape.");
        }
    }
}
