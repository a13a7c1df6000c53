using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // What a tensor is: sizes, type, place.
    public partial class Tensor
    {
        public long[] shape
        {
            get
            {
                unsafe
                {
                    var info = Info;
                    var sizes = new ReadOnlySpan<long>(info.Sizes, (int)info.Dimensions).ToArray();
                    GC.KeepAlive(this);
                    return sizes;
                }
            }
        }

        public ScalarType dtype => (ScalarType)Info.DType;
        public long ndim => Info.Dimensions;
        public long Dimensions => Info.Dimensions;
        public long NumberOfElements => Info.Elements;
        public long ElementSize => Info.ElementSize;
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

        internal TensorFlags Flags
        {
            get
            {
                var flags = Shim.ts_tensor_flags(Handle);
                GC.KeepAlive(this);
                return flags >= 0 ? (TensorFlags)flags : throw Failure.Last();
            }
        }

        private unsafe TensorInfo Info
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
