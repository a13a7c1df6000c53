using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Puts the thread's grad mode back as it was.</summary>
internal sealed class GradModeScope : IDisposable
{
    private readonly int before = Shim.ts_grad_mode();
    private bool disposed;

    public GradModeScope(bool enabled) => Shim.ts_set_grad_mode(enabled ? 1 : 0);

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        Shim.ts_set_grad_mode(before);
    }
}

public static partial class torch
{
    public static IDisposable no_grad() => new GradModeScope(false);
    public static IDisposable enable_grad(bool enabled = true) => new GradModeScope(enabled);
    public static IDisposable set_grad_enabled(bool mode = true) => new GradModeScope(mode);
    public static bool is_grad_enabled() => Shim.ts_grad_mode() != 0;
}
