using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Orders elements and finds the distinct ones.
    public partial class Tensor
    {
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.Call2("sort.stable", this, stable, dim, descending);
        public Tensor argsort(long dim = -1, bool descending = false) => Aten.Call("argsort", this, dim, descending);
        public Tensor msort() => Aten.Call("msort", this);
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.Call2("topk", this, k, dim, largest, sorted);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false,
            bool return_counts = false, int? dim = null) =>
            Wanted(dim is { } d
                    ? Aten.Call3("unique_dim", this, d, sorted, return_inverse, return_counts)
                    : Aten.Call3("_unique2", this, sorted, return_inverse, return_counts),
                return_inverse, return_counts);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false,
            bool return_counts = false, int? dim = null) =>
            Wanted(Aten.Call3("unique_consecutive", this, return_inverse, return_counts, (long?)dim), return_inverse, return_counts);

        /// <summary>libtorch returns all three, empty where not asked for.</summary>
        private static (Tensor output, Tensor? inverse_indices, Tensor? counts) Wanted((Tensor, Tensor, Tensor) all, bool inverse,
            bool counts)
        {
            if (!inverse) all.Item2.Dispose();
            if (!counts) all.Item3.Dispose();
            return (all.Item1, inverse ? all.Item2 : null, counts ? all.Item3 : null);
        }
    }
}
