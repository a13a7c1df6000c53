using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    // A tensor's elements as .NET values.
    public partial class Tensor
    {
        /// <summary>The elements in row-major order, to read and write; those of another device or of a lazy conjugate are a copy.</summary>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            var info = Info;
            CheckType(typeof(T), (ScalarType)info.DType);
            if ((DeviceType)info.DeviceType != DeviceType.CPU) return new(cpu());
            if (!Flags.HasFlag(TensorFlags.Lazy)) return new(this);
            using var conjugated = resolve_conj();
            return new(conjugated.resolve_neg());
        }

        /// <summary>The only element. One native call and no operator, because a training loop does this every step.</summary>
        public unsafe T item<T>() where T : unmanaged
        {
            Int128 memory;
            var type = Item(&memory) ?? throw new ArgumentException("Number of elements in the tensor must be 1");
            CheckType(typeof(T), type);
            return *(T*)&memory;
        }

        public unsafe Scalar ToScalar()
        {
            Int128 memory;
            void* at = &memory;
            var type = Item(at) ?? throw new System.Runtime.InteropServices.ExternalException($"a Tensor with {numel()} elements cannot be converted to Scalar");
            return type switch
            {
                ScalarType.Byte => *(byte*)at,
                ScalarType.Int8 => *(sbyte*)at,
                ScalarType.Int16 => *(short*)at,
                ScalarType.Int32 => *(int*)at,
                ScalarType.Int64 => *(long*)at,
                ScalarType.Float16 => *(Half*)at,
                ScalarType.Float32 => *(float*)at,
                ScalarType.Float64 => *(double*)at,
                ScalarType.ComplexFloat32 => *((float, float)*)at,
                ScalarType.ComplexFloat64 => *(Complex*)at,
                ScalarType.Bool => *(bool*)at,
                ScalarType.BFloat16 => FromBFloat16(*(ushort*)at).ToBFloat16Scalar(),
                _ => throw new NotSupportedException($"{type} has no .NET number."),
            };
        }

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);
        public float ReadCpuFloat16(long i) => (float)ReadAt<Half>(i, ScalarType.Float16);
        public float ReadCpuBFloat16(long i) => FromBFloat16(ReadAt<ushort>(i, ScalarType.BFloat16));

        public T ReadCpuValue<T>(long i) where T : unmanaged
        {
            CheckType(typeof(T), dtype);
            return new TensorAccessor<T>(this)[i];
        }

        private T ReadAt<T>(long i, ScalarType expected) where T : unmanaged
        {
            if (dtype != expected) throw new ArgumentException($"{expected} is not compatible with {dtype}");
            if (i >= NumberOfElements) throw new IndexOutOfRangeException("The index is greater than the number of elements in the tensor");
            return new TensorAccessor<T>(this)[i];
        }

        /// <summary>Copies the only element and tells its type; null where there is not exactly one.</summary>
        private unsafe ScalarType? Item(void* memory)
        {
            var type = Shim.ts_tensor_item(Handle, memory);
            GC.KeepAlive(this);
            return type switch { -1 => throw Failure.Last(), -2 => null, _ => (ScalarType)type };
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void CheckType(Type type, ScalarType dtype)
        {
            var fits = dtype switch
            {
                ScalarType.Byte => type == typeof(byte),
                ScalarType.Int8 => type == typeof(sbyte),
                ScalarType.Int16 => type == typeof(short),
                ScalarType.Int32 => type == typeof(int),
                ScalarType.Int64 => type == typeof(long),
                ScalarType.Float16 => type == typeof(Half),
                ScalarType.Float32 => type == typeof(float),
                ScalarType.Float64 => type == typeof(double),
                ScalarType.ComplexFloat32 => type == typeof((float, float)),
                ScalarType.ComplexFloat64 => type == typeof(Complex),
                ScalarType.Bool => type == typeof(bool),
                _ => throw new ArgumentException($"No support for {dtype} in TorchSharp"),
            };
            if (!fits) throw new ArgumentException($"{type.Name} is not compatible with {dtype}");
        }

        // A bfloat16 is the upper half of a float.
        private static float FromBFloat16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);
    }
}
