using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of libtorch. Dispose it, or let a dispose scope or the garbage collector do so.</summary>
    public partial class Tensor : IDisposable, IScoped
    {
        /// <summary>From here up the garbage collector is told of a tensor's memory, which it cannot see.</summary>
        private const long PressureFrom = 4 * 1024;

        private static long totalCount;
        private static long peakCount;

        private IntPtr handle;
        private long pressure;

        /// <summary>Takes a handle over.</summary>
        internal Tensor(IntPtr handle, long bytes = 0, bool register = true)
        {
            this.handle = handle;
            var count = Interlocked.Increment(ref totalCount);
            if (count > peakCount) peakCount = count;
            if (bytes >= PressureFrom) GC.AddMemoryPressure(pressure = bytes);
            if (register) DisposeScopeManager.OfThread.Created(this);
        }

        /// <summary>Takes another tensor's place: its handle, its memory and its scope; the other is empty afterwards.</summary>
        private protected Tensor(Tensor other) : this(other.Handle, register: false)
        {
            pressure = other.pressure;
            other.pressure = 0;
            other.handle = IntPtr.Zero;
            Interlocked.Decrement(ref totalCount);
            GC.SuppressFinalize(other);
            if (((IScoped)other).OwningDisposeScope is not { } scope) return;
            scope.MarkAsDisposed(other);
            scope.Add(this);
        }

        ~Tensor() => Dispose(false);

        public static long TotalCount => totalCount;
        public static long PeakCount => peakCount;

        public IntPtr Handle
        {
            get
            {
                return handle != IntPtr.Zero ? handle : throw new InvalidOperationException("Tensor invalid -- empty handle: it has been disposed.");
            }
        }

        public bool IsInvalid => handle == IntPtr.Zero;
        public string? name { get; set; }

        DisposeScope? IScoped.OwningDisposeScope { get; set; }
        LifetimeStatistics IScoped.StatisticsIn(ThreadDisposeScopeStatistics all) => all.TensorStatistics;
        private DisposeScope? Scope => ((IScoped)this).OwningDisposeScope;

        /// <summary>A tensor for an operator's result.</summary>
        internal static Tensor Own(in Result result) => new((IntPtr)result.Value.Bits, result.Bytes);

        /// <summary>As <see cref="Own"/>, and null for an undefined tensor.</summary>
        internal static Tensor? OwnOrNull(in Result result) => result.Value.Bits == 0 ? null : Own(result);

        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var held = Interlocked.Exchange(ref handle, IntPtr.Zero);
            if (held == IntPtr.Zero) return;
            // The finaliser's thread must not touch another thread's scopes or counts.
            if (disposing) DisposeScopeManager.OfThread.Disposing(this);
            Interlocked.Decrement(ref totalCount);
            Shim.ts_tensor_release(held);
            if (pressure > 0) GC.RemoveMemoryPressure(pressure);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            Scope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            Scope?.Detach(this);
            return this;
        }

        [Obsolete("The method name misspells 'Detach.' Use 'DetachFromDisposeScope' instead.", false)]
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.Scope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (Scope is { } scope) scope.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        /// <summary>Hands the native tensor over to the caller; this object is empty afterwards.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            var held = Handle;
            GC.SuppressFinalize(this);
            if (pressure > 0) GC.RemoveMemoryPressure(pressure);
            Interlocked.Decrement(ref totalCount);
            (handle, pressure) = (IntPtr.Zero, 0);
            return held;
        }

        public override bool Equals(object? obj) => obj is Tensor tensor && Equals(tensor);
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
