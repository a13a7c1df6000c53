using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Parts of a tensor along a dimension: views.
    public partial class Tensor
    {
        public Tensor[] split(long size, int dim = 0) => Aten.CallList("split.Tensor", this, size, dim);
        public Tensor[] split(params long[] sizes) => Aten.CallList("split_with_sizes", this, sizes);
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.CallList("split_with_sizes", this, sizes, dim);
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Aten.CallList("split_with_sizes", this, sizes, dim);
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.CallList("chunk", this, chunks, dim);
        public Tensor[] unbind(long dimension = 0) => Aten.CallList("unbind.int", this, dimension);

        public Tensor[] tensor_split(long size, long dim = 0) => Aten.CallList("tensor_split.sections", this, size, dim);
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Aten.CallList("tensor_split.indices", this, sizes, dim);

        public Tensor[] tensor_split(Tensor indices, long dim = 0)
        {
            if (indices.dtype != ScalarType.Int64) throw new ArgumentException("Tensor indices should be Int64 in 'tensor_split'");
            return Aten.CallList("tensor_split.tensor_indices_or_sections", this, indices, dim);
        }

        public Tensor[] vsplit(long size)
        {
            RequireDivisible(0, size, "first");
            return Aten.CallList("vsplit.int", this, size);
        }

        public Tensor[] vsplit(params long[] sizes) => Aten.CallList("vsplit.array", this, sizes);
        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);

        public Tensor[] hsplit(long size)
        {
            RequireDivisible(ndim == 1 ? 0 : 1, size, ndim == 1 ? "first" : "second");
            return Aten.CallList("hsplit.int", this, size);
        }

        public Tensor[] hsplit(params long[] sizes) => Aten.CallList("hsplit.array", this, sizes);
        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, ndim == 1 ? 0 : 1);

        public Tensor[] dsplit(long size)
        {
            RequireDivisible(2, size, "third");
            return Aten.CallList("dsplit.int", this, size);
        }

        public Tensor[] dsplit(params long[] sizes) => Aten.CallList("dsplit.array", this, sizes);
        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);
        public Tensor[] dsplit((long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);
        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);
        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        /// <summary>libtorch divides by the size before it looks at it: a zero would end the process.</summary>
        private void RequireDivisible(int dim, long size, string ordinal)
        {
            var sizes = shape;
            if (dim >= sizes.Length || (size > 0 && sizes[dim] % size == 0)) return;
            throw new ArgumentException($"The {ordinal} dimension must be evenly divisible by the size");
        }
    }
}
