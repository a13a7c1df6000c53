using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Conversion to another type or device. As in PyTorch a parameter stays the same object and only its data is replaced,
        // so whoever holds it (an optimiser, a field, another module) holds the converted one.
        public partial class Module
        {
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckType(dtype);
                CheckDevice(device.type);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                CheckDevice(deviceType);
                _toEpilog(deviceType, deviceIndex, non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckType(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            public Module _to(Tensor other, bool non_blocking)
            {
                _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);
            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);
            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) => _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                {
                    if (device is null) child._to(dtype!.Value, non_blocking);
                    else if (dtype is null) child._to(device.type, device.index, non_blocking);
                    else child._to(device, dtype.Value, non_blocking);
                }
                foreach (var (_, parameter) in named_parameters(false)) Convert(parameter, dtype, device, non_blocking);
                foreach (var (_, buffer) in named_buffers(false)) Convert(buffer, dtype, device, non_blocking);
                if (device is not null) (_deviceType, _deviceIndex) = (device.type, device.index);
            }

            /// <summary>Converts a tensor's data and gradient where they are; what holds whole numbers keeps its type.</summary>
            private static void Convert(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                using var nograd = no_grad();
                var type = dtype is { } wanted && IsFractional(tensor.dtype) ? wanted : tensor.dtype;
                var place = device ?? tensor.device;
                using (var data = Aten.Call("to.dtype_layout", tensor, type, Arg.None, place, Arg.None, non_blocking))
                    if (data.Handle != tensor.Handle) Failure.Check(Shim.ts_tensor_set_data(tensor.Handle, data.Handle));
                using var gradient = tensor.grad;
                if (gradient is not null) Convert(gradient, dtype, device, non_blocking);
                GC.KeepAlive(tensor);
            }

            private static void CheckType(ScalarType dtype)
            {
                if (!IsFractional(dtype)) throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
            }

            private static void CheckDevice(DeviceType type)
            {
                if (type == DeviceType.CUDA && Shim.ts_cuda_devices() == 0) throw new InvalidOperationException("CUDA is not available.");
            }

            private static bool IsFractional(ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32
                or ScalarType.Float64 or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;
        }
    }
}
