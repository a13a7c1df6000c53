namespace TorchSharp.Utils;

/// <summary>Walks through a strided tensor in row-major order, from a given element on.</summary>
internal struct StridedWalk
{
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly long[] index;

    public StridedWalk(long[] shape, long[] strides, long from)
    {
        (this.shape, this.strides, index) = (shape, strides, new long[shape.Length]);
        for (var d = shape.Length - 1; d >= 0 && from > 0; d--)
        {
            (from, index[d]) = Math.DivRem(from, shape[d]);
            Offset += index[d] * strides[d];
        }
    }

    /// <summary>Where the current element is, counted in elements from the first.</summary>
    public long Offset { get; private set; }

    public void Next()
    {
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            Offset += strides[d];
            if (++index[d] < shape[d]) return;
            Offset -= index[d] * strides[d];
            index[d] = 0;
        }
    }
}
