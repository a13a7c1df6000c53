using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor index(params TensorIndex[] indices)
        {
            var result = Read(Lower(indices));
            GC.KeepAlive(indices);
            return result;
        }

        /// <summary>By index tensors or masks; null takes a dimension as it is.</summary>
        public Tensor index(params Tensor[] indices) => index(Array.ConvertAll(indices, TensorIndex.Tensor));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            Write(Lower(indices), value);
            GC.KeepAlive(indices);
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = Aten.Call("scalar_tensor", value, dtype, Arg.None, device);
            return index_put_(number, indices);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));

        /// <summary>With <paramref name="accumulate"/> the values are added, and an element that is named twice gets both; every index is then a tensor.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            if (!accumulate) return index_put_(value, indices);
            using var scope = NewDisposeScope();
            var tensors = Array.ConvertAll(indices, index => index.Mask?.dtype is ScalarType.Int32 or ScalarType.Int16 ? index.Mask.@long() : index.Mask);
            return tensors.Any(tensor => tensor is not null)
                ? Aten.InPlace("index_put_", this, tensors, value, true)
                : throw new ArgumentException("To accumulate, every index is a tensor of indices or a mask.", nameof(indices));
        }

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate);

        private Tensor At(ReadOnlySpan<long> indices) => Read(Lower(indices, stackalloc NativeIndex[indices.Length]));
        private void PutAt(Tensor value, ReadOnlySpan<long> indices) => Write(Lower(indices, stackalloc NativeIndex[indices.Length]), value);

        private unsafe Tensor Read(ReadOnlySpan<NativeIndex> indices)
        {
            Result result;
            fixed (NativeIndex* first = indices) Failure.Check(Shim.ts_index(Handle, first, indices.Length, &result));
            GC.KeepAlive(this);
            return Own(result);
        }

        private unsafe void Write(ReadOnlySpan<NativeIndex> indices, Tensor value)
        {
            // A number takes this tensor's type, as in Python: x[mask] = 0.5 is a double in C#.
            using var converted = value.Dimensions == 0 && value.dtype != dtype ? value.to(dtype) : null;
            fixed (NativeIndex* first = indices) Failure.Check(Shim.ts_index_put(Handle, first, indices.Length, (converted ?? value).Handle));
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        private static NativeIndex[] Lower(TensorIndex[] indices) => Array.ConvertAll(indices, index => index.Native);

        private static ReadOnlySpan<NativeIndex> Lower(ReadOnlySpan<long> indices, Span<NativeIndex> lowered)
        {
            for (var i = 0; i < indices.Length; i++) lowered[i] = TensorIndex.Single(indices[i]).Native;
            return lowered;
        }
    }
}
