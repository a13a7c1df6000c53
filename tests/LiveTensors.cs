using TorchSharp;

namespace CourseLabs.Tests;

/// <summary>How many tensors live now, once the finaliser has taken those that other tests left it.</summary>
internal static class LiveTensors
{
    public static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return torch.Tensor.TotalCount;
    }
}
