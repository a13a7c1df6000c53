using TorchSharp.Native;

namespace TorchSharp;

/// <summary>While it lives, backward names the operator that produced a NaN.</summary>
public class AnomalyMode : IDisposable
{
    private readonly (bool Enabled, bool CheckNaN) before = (IsEnabled, ShouldCheckNaN);

    public AnomalyMode(bool enabled, bool check_nan = true) => Set(enabled, check_nan);

    public static bool IsEnabled => Shim.ts_anomaly_mode() != 0;
    public static bool ShouldCheckNaN => Shim.ts_anomaly_checks_nan() != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Set(before.Enabled, before.CheckNaN);
    }

    private static void Set(bool enabled, bool checkNaN) => Shim.ts_set_anomaly_mode(enabled ? 1 : 0, checkNaN ? 1 : 0);
}

public static partial class torch
{
    public static partial class autograd
    {
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);
        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);
    }
}
