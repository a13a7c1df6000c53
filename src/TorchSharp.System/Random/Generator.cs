using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers; <see cref="Default"/> is the one that operators draw from by themselves.</summary>
    public class Generator : IDisposable
    {
        // Made at the first use and not with the type, so that a missing libtorch is told as such.
        private static Generator? cpu;
        private IntPtr handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            if (this.device.type != DeviceType.CPU) throw new NotSupportedException($"A generator of one's own lives on the CPU, not on {this.device}.");
            handle = Shim.ts_generator_new((long)seed);
            if (handle == IntPtr.Zero) throw Failure.Last();
        }

        private Generator(IntPtr handle, Device device)
        {
            if (handle == IntPtr.Zero) throw Failure.Last();
            (this.handle, this.device) = (handle, device);
        }

        ~Generator() => Dispose(false);

        public static Generator Default => cpu ??= new(Shim.ts_generator_default((int)DeviceType.CPU, 0), CPU);

        public Device device { get; }

        public IntPtr Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(handle == IntPtr.Zero, this);
                return handle;
            }
        }

        public Generator manual_seed(long seed)
        {
            Failure.Check(Shim.ts_generator_manual_seed(Handle, seed));
            return this;
        }

        /// <summary>Seeds with a number drawn from the system, which is returned.</summary>
        public long seed() => Seed(draw: true);

        public long initial_seed() => Seed(draw: false);

        public unsafe Tensor get_state()
        {
            Result state;
            Failure.Check(Shim.ts_generator_state(Handle, &state));
            return Tensor.Own(state);
        }

        public void set_state(Tensor value)
        {
            Failure.Check(Shim.ts_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        public void Dispose()
        {
            if (this == cpu) return;
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var held = Interlocked.Exchange(ref handle, IntPtr.Zero);
            if (held != IntPtr.Zero) Shim.ts_generator_free(held);
        }

        private unsafe long Seed(bool draw)
        {
            long seed;
            Failure.Check(Shim.ts_generator_seed(Handle, draw ? 1 : 0, &seed));
            return seed;
        }
    }
}
