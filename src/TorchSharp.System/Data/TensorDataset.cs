using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Sample i is row i of each tensor. It shares the tensors' memory, and does not dispose them.</summary>
    public class TensorDataset : utils.data.IterableDataset
    {
        private readonly Tensor[] tensors;

        internal TensorDataset(Tensor[] tensors)
        {
            if (tensors is null || tensors.Length == 0) throw new ArgumentNullException(nameof(tensors));
            if (tensors.Any(tensor => tensor.Dimensions == 0 || tensor.shape[0] != tensors[0].shape[0]))
                throw new ArgumentException("All tensors must have the same first dimension size.", nameof(tensors));
            this.tensors = [.. tensors.Select(tensor => tensor.alias().DetachFromDisposeScope())];
        }

        public IList<Tensor> this[long index] => [.. tensors.Select(tensor => tensor.select(0, index))];
        public override long Count => tensors[0].shape[0];
        public override IList<Tensor> GetTensor(long index) => this[index];

        protected override void Dispose(bool disposing)
        {
            if (!disposing) return;
            foreach (var tensor in tensors) tensor.Dispose();
        }
    }
}
