using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Turns what went wrong in libtorch into the .NET exception that TorchSharp throws for it.</summary>
internal static unsafe class Failure
{
    // Exceptions of managed callbacks (hooks) that wait while the C++ stack below them is unwound.
    private static readonly ConcurrentDictionary<long, ExceptionDispatchInfo> Waiting = new();
    private static long lastToken;

    /// <summary>The exception for the failure that this thread's last call reported.</summary>
    public static Exception Last()
    {
        var token = Shim.ts_last_token();
        if (token != 0 && Waiting.TryRemove(token, out var original)) original.Throw();
        return new ExternalException(Marshal.PtrToStringUTF8((IntPtr)Shim.ts_last_error()));
    }

    /// <summary>Throws if an entry answered with a failure.</summary>
    public static void Check(int success)
    {
        if (success == 0) throw Last();
    }

    /// <summary>Keeps a callback's exception until the call that caused it has returned to managed code.</summary>
    public static long Keep(Exception exception)
    {
        var token = Interlocked.Increment(ref lastToken);
        Waiting[token] = ExceptionDispatchInfo.Capture(exception);
        return token;
    }
}
