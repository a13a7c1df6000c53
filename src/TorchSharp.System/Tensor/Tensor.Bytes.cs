using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // A contiguous CPU tensor's memory as it is.
    public partial class Tensor
    {
        public unsafe Span<byte> bytes
        {
            get
            {
                var count = CheckedByteCount();
                return count <= int.MaxValue
                    ? new Span<byte>(DataPointer, (int)count)
                    : throw new ArgumentException("Span only supports up to int.MaxValue elements.");
            }
            set
            {
                if (CheckedByteCount() != value.Length) throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(new Span<byte>(DataPointer, value.Length));
            }
        }

        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            for (long at = 0, count = CheckedByteCount(); at < count; at += int.MaxValue)
                stream.Write(new ReadOnlySpan<byte>(DataPointer + at, (int)Math.Min(int.MaxValue, count - at)));
            GC.KeepAlive(this);
        }

        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            for (long at = 0, count = CheckedByteCount(); at < count; at += int.MaxValue)
                stream.ReadExactly(new Span<byte>(DataPointer + at, (int)Math.Min(int.MaxValue, count - at)));
            GC.KeepAlive(this);
        }

        private unsafe byte* DataPointer
        {
            get
            {
                var data = (byte*)Shim.ts_tensor_data(Handle);
                return data != null || numel() == 0 ? data : throw Failure.Last();
            }
        }

        private long CheckedByteCount()
        {
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
            if (!is_contiguous()) throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
            return NumberOfElements * ElementSize;
        }
    }
}
