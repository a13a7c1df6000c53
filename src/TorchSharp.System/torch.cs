using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

// The library as a whole: version, threads, default element type, CUDA.
public static partial class torch
{
    private static Device defaultDevice = CPU;

    public static unsafe string __version__ => Marshal.PtrToStringUTF8((IntPtr)Shim.ts_version())!;

    public static int get_num_threads() => Shim.ts_threads();
    public static void set_num_threads(int num) => Failure.Check(Shim.ts_set_threads(num));
    public static int get_num_interop_threads() => Shim.ts_interop_threads();
    public static void set_num_interop_threads(int num) => Failure.Check(Shim.ts_set_interop_threads(num));

    public static ScalarType get_default_dtype() => (ScalarType)Shim.ts_default_dtype();
    public static void set_default_dtype(ScalarType dtype) => Failure.Check(Shim.ts_set_default_dtype((int)dtype));

    public static Device get_default_device() => defaultDevice;
    public static void set_default_device(Device device) => defaultDevice = InitializeDevice(device);
    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda.is_available(),
        _ => false,
    };

    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType)) throw new InvalidOperationException($"This libtorch has no {deviceType} device on this machine.");
    }

    public static Device InitializeDevice(Device? device)
    {
        device ??= defaultDevice;
        InitializeDeviceType(device.type);
        return device;
    }

    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>Apple's graphics processors: never on Linux, where this library runs.</summary>
    public static bool mps_is_available() => false;

    public static class cuda
    {
        public static bool is_available() => device_count() > 0;
        public static bool is_cudnn_available() => Shim.ts_cuda_has_cudnn() != 0;
        public static int device_count() => Shim.ts_cuda_devices();

        /// <summary>Seeds the current CUDA device; nothing happens where there is none, as in PyTorch.</summary>
        public static void manual_seed(long seed) => Seed(seed, is_available() ? 1 : 0);

        public static void manual_seed_all(long seed) => Seed(seed, device_count());

        /// <summary>Waits for the device's work; nothing happens where there is no CUDA, as in TorchSharp.</summary>
        public static void synchronize(Device? device = null)
        {
            if (is_available()) Failure.Check(Shim.ts_cuda_synchronise(device?.index ?? -1));
        }

        private static void Seed(long seed, int devices)
        {
            for (var i = 0; i < devices; i++)
            {
                var generator = Shim.ts_generator_default((int)DeviceType.CUDA, i);
                if (generator == IntPtr.Zero) throw Failure.Last();
                var success = Shim.ts_generator_manual_seed(generator, seed);
                Shim.ts_generator_free(generator);
                Failure.Check(success);
            }
        }
    }
}
