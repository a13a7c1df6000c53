using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // What a tensor is: sizes, type, place.
    public partial class Tensor
    {
        public unsafe long[] shape
        {
            get
            {
                var info = Info;
                var sizes = new ReadOnlySpan<long>(info.Sizes, (int)info.Dimensions).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public long[] size() => shape;
        public long size(int dim) => Aten.CallLong("size.int", this, dim);

        public unsafe long[] stride()
        {
            var info = Info;
            if (info.Strides == null) throw new InvalidOperationException("A sparse tensor has no strides.");
            var strides = new ReadOnlySpan<long>(info.Strides, (int)info.Dimensions).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim) => Aten.CallLong("stride.int", this, dim);
        public long storage_offset() => Info.StorageOffset;
        public bool is_contiguous() => Flags.HasFlag(TensorFlags.Contiguous);

        public ScalarType dtype => (ScalarType)Info.DType;
        public long ndim => Info.Dimensions;
        public long Dimensions => Info.Dimensions;
        public long dim() => Info.Dimensions;
        public long NumberOfElements => Info.Elements;
        public long numel() => Info.Elements;
        public long ElementSize => Info.ElementSize;
        public long element_size() => Info.ElementSize;

        public DeviceType device_type => (DeviceType)Info.DeviceType;
        public int device_index => Info.DeviceIndex;
        public Device device
        {
            get
            {
                var info = Info;
                return new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        public bool is_cpu() => device_type == DeviceType.CPU;
        public bool is_cuda => device_type == DeviceType.CUDA;
        public bool is_meta => device_type == DeviceType.META;
        public bool is_sparse => Flags.HasFlag(TensorFlags.Sparse);

        public bool is_integral() => torch.is_integral(dtype);
        public bool is_floating_point() => torch.is_floating_point(dtype);
        public bool is_complex() => torch.is_complex(dtype);

        internal TensorFlags Flags
        {
            get
            {
                var flags = Shim.ts_tensor_flags(Handle);
                GC.KeepAlive(this);
                return flags >= 0 ? (TensorFlags)flags : throw Failure.Last();
            }
        }

        internal unsafe TensorInfo Info
        {
            get
            {
                TensorInfo info;
                Failure.Check(Shim.ts_tensor_info(Handle, &info));
                GC.KeepAlive(this);
                return info;
            }
        }
    }
}
