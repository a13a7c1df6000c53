using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Picks elements by index or mask.
    public partial class Tensor
    {
        public Tensor select(long dim, long index) => Aten.Call("select.int", this, dim, index);
        public Tensor narrow(long dim, long start, long length) => Aten.Call("narrow", this, dim, start, length);
        public Tensor slice(long dim, long start, long finish, long step)
        {
            if (step < 1) throw new ArgumentException($"step is {step}, but it should always be positive.");
            return Aten.Call("slice.Tensor", this, dim, start, finish, step);
        }
        public Tensor index_select(long dim, Tensor index) => Aten.Call("index_select", this, dim, index);
        public Tensor gather(long dim, Tensor index) => Aten.Call("gather", this, dim, index);
        public Tensor take(Tensor index) => Aten.Call("take", this, index);
        public Tensor take_along_dim(Tensor indices) => Aten.Call("take_along_dim", this, indices);
        public Tensor take_along_dim(Tensor indices, long dim) => Aten.Call("take_along_dim", this, indices, dim);

        public Tensor take_along_dim(IEnumerable<long> indices)
        {
            using var tensor = torch.tensor(indices.ToArray(), device: device);
            return take_along_dim(tensor);
        }

        public Tensor take_along_dim(IEnumerable<long> indices, long dim)
        {
            using var tensor = torch.tensor(indices.ToArray(), device: device);
            return take_along_dim(tensor, dim);
        }

        public Tensor masked_select(Tensor mask)
        {
            if (mask.dtype != ScalarType.Bool) throw new ArgumentException("The mask tensor must be Boolean.");
            return Aten.Call("masked_select", this, mask);
        }

        /// <summary>This tensor's element where the condition holds, that of <paramref name="y"/> elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y)
        {
            if (condition.dtype != ScalarType.Bool) throw new ArgumentException("The condition to 'where' must be a boolean tensor.");
            return Aten.Call("where.self", condition, this, y);
        }

        public Tensor nonzero() => Aten.Call("nonzero", this);
        public IList<Tensor> nonzero_as_list()
        {
            using var indices = nonzero();
            return indices.chunk(Math.Max(1, indices.shape[1]), dim: 1);
        }
        public Tensor argwhere() => Aten.Call("argwhere", this);
    }
}
