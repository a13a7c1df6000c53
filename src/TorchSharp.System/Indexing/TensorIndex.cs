using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What selects along one dimension: an integer, a slice, a mask or a tensor of indices; or a new dimension, or all that are left.</summary>
    public struct TensorIndex
    {
        // The numbers are those of native/indexing.cpp.
        private enum Kind : long { None, Single, Null, Ellipsis, Bool, Tensor, Slice }

        private const long LeftOut = long.MinValue;

        private Kind kind;
        private long start;
        private long stop;
        private long step;
        private Tensor? tensor;

        /// <summary>All dimensions that the other indices do not name.</summary>
        public static TensorIndex Ellipsis = new() { kind = Kind.Ellipsis };

        /// <summary>A new dimension of size 1; <see cref="Null"/> too.</summary>
        public static TensorIndex None = new() { kind = Kind.None };
        public static TensorIndex Null = new() { kind = Kind.Null };

        /// <summary>A dimension as it is.</summary>
        public static TensorIndex Colon = Slice();

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { kind = Kind.Slice, start = start ?? LeftOut, stop = stop ?? LeftOut, step = step ?? LeftOut };

        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);
        public static TensorIndex Slice(Range range) => Slice(range.Start.Equals(Index.Start) ? null : Position(range.Start), range.End.Equals(Index.End) ? null : Position(range.End));

        public static TensorIndex Bool(bool value) => new() { kind = Kind.Bool, start = value ? 1 : 0 };
        public static TensorIndex Single(long? index) => new() { kind = Kind.Single, start = index ?? 0 };
        public static TensorIndex Tensor(Tensor tensor) => new() { kind = Kind.Tensor, tensor = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex(Index index) => Single(Position(index));
        public static implicit operator TensorIndex(Range range) => Slice(range);
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>Only there so that the compiler takes <c>x[TensorIndex...]</c> for what it is; an index is no tensor.</summary>
        public static implicit operator Tensor(TensorIndex value) => throw new InvalidOperationException("Should not be called.");

        internal readonly Tensor? Mask => tensor;

        internal readonly NativeIndex Native => new() { Kind = (long)kind, Start = start, Stop = stop, Step = step, Tensor = tensor?.Handle ?? IntPtr.Zero };

        // libtorch counts from the end with negative numbers.
        private static long Position(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
