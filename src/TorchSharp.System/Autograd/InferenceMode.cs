using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A guard that lives in C++ and ends on the thread that began it.</summary>
internal sealed class InferenceModeScope : IDisposable
{
    private IntPtr guard;

    public InferenceModeScope(bool enabled)
    {
        guard = Shim.ts_inference_guard(enabled ? 1 : 0);
        if (guard == IntPtr.Zero) throw Failure.Last();
    }

    public void Dispose()
    {
        var held = Interlocked.Exchange(ref guard, IntPtr.Zero);
        if (held != IntPtr.Zero) Shim.ts_inference_guard_end(held);
    }
}

public static partial class torch
{
    public static IDisposable inference_mode(bool mode = true) => new InferenceModeScope(mode);
    public static bool is_inference_mode_enabled() => Shim.ts_inference_mode() != 0;
}
