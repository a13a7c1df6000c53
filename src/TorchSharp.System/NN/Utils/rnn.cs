using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static unsafe partial class rnn
            {
                /// <summary>Packs sequences that are padded to one length: (L, N, *), or (N, L, *) with batch_first.</summary>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    var results = stackalloc Result[4];
                    Failure.Check(Shim.ts_pack_padded_sequence(input.Handle, lengths.Handle, batch_first ? 1 : 0, enforce_sorted ? 1 : 0, results));
                    GC.KeepAlive(input);
                    GC.KeepAlive(lengths);
                    return Packed(results);
                }

                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var all = sequences.ToArray();
                    if (all.Length == 0) throw new ArgumentException("There are no sequences to pack.", nameof(sequences));
                    var results = stackalloc Result[4];
                    fixed (IntPtr* handles = Array.ConvertAll(all, sequence => sequence.Handle))
                        Failure.Check(Shim.ts_pack_sequence(handles, all.Length, enforce_sorted ? 1 : 0, results));
                    GC.KeepAlive(all);
                    return Packed(results);
                }

                /// <summary>The sequences padded to one length, in the order in which they came, and their lengths.</summary>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    static IntPtr HandleOrNull(Tensor tensor) => tensor.IsInvalid ? IntPtr.Zero : tensor.Handle;
                    var results = stackalloc Result[2];
                    Failure.Check(Shim.ts_pad_packed_sequence(sequence.data.Handle, sequence.batch_sizes.Handle, HandleOrNull(sequence.sorted_indices), HandleOrNull(sequence.unsorted_indices), batch_first ? 1 : 0, padding_value, total_length ?? -1, results));
                    GC.KeepAlive(sequence);
                    return (Tensor.Own(results[0]), Tensor.Own(results[1]));
                }

                /// <summary>Sequences of different lengths as one tensor, the short ones filled up.</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0)
                {
                    var all = sequences.ToArray();
                    if (all.Length == 0) throw new ArgumentException("There are no sequences to pad.", nameof(sequences));
                    return Aten.Call("pad_sequence", all, batch_first, padding_value);
                }

                private static PackedSequence Packed(Result* results) =>
                    new(Tensor.Own(results[0]), Tensor.Own(results[1]), OwnOrInvalid(results[2]), OwnOrInvalid(results[3]));

                /// <summary>What libtorch leaves undefined is a tensor without a handle, as a disposed one.</summary>
                private static Tensor OwnOrInvalid(in Result result)
                {
                    if (Tensor.OwnOrNull(result) is { } tensor) return tensor;
                    var none = Aten.Call("empty.memory_format", new long[] { 0 });
                    none.Dispose();
                    return none;
                }
            }
        }
    }
}
