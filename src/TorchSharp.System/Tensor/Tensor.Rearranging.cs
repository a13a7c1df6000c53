using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // The same elements in another order, or repeated: copies, not views.
    public partial class Tensor
    {
        public Tensor flip(params long[] dims) => Aten.Call("flip", this, dims);
        public Tensor fliplr() => Aten.Call("fliplr", this);
        public Tensor flipud() => Aten.Call("flipud", this);
        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            dims is var (first, second) ? Aten.Call("rot90", this, k, (long[])[first, second]) : Aten.Call("rot90", this, k);
        public Tensor roll(long shifts, long? dims = null) => Aten.Call("roll", this, shifts, dims is { } dim ? dim : Arg.Default);
        public Tensor roll(long[] shifts) => Aten.Call("roll", this, shifts, 0);
        public Tensor roll(long[] shifts, long[] dims) => Aten.Call("roll", this, shifts, dims);
        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Aten.Call("roll", this, shifts, dims);

        public Tensor repeat(params long[] sizes) => Aten.Call("repeat", this, sizes);
        public Tensor tile(long[] reps) => Aten.Call("tile", this, reps);
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Aten.Call("repeat_interleave.self_Tensor", this, repeats, dim, output_size);
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Aten.Call("repeat_interleave.self_int", this, repeats, dim, output_size);

        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);
        public Tensor tril(long diagonal = 0) => Aten.Call("tril", this, diagonal);
        public Tensor tril_(long diagonal = 0) => Aten.InPlace("tril_", this, diagonal);
        public Tensor triu(long diagonal = 0) => Aten.Call("triu", this, diagonal);
        public Tensor triu_(long diagonal = 0) => Aten.InPlace("triu_", this, diagonal);
        public Tensor diag(long diagonal = 0) => Aten.Call("diag", this, diagonal);
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => Aten.Call("diag_embed", this, offset, dim1, dim2);
        public Tensor diagflat(long offset = 0) => Aten.Call("diagflat", this, offset);
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Aten.Call("diagonal", this, offset, dim1, dim2);

        /// <summary>Exchanges elements between the channels of <paramref name="groups"/> groups.</summary>
        public Tensor channel_shuffle(long groups)
        {
            if (groups < 1) throw new ArgumentException($"Number of groups to divide channels in must be positive, but is {groups}.");
            return Aten.Call("channel_shuffle", this, groups);
        }
    }
}
