using TorchSharp;

namespace CourseLabs.Tests;

/// <summary>How many of the tensors that this thread made are not disposed yet: a test that leaves no tensor finds the number it began with.</summary>
/// <remarks>
/// Not <c>Tensor.TotalCount</c>: each <c>Parameter</c> takes over another tensor's handle, and that tensor is never subtracted again
/// (TorchSharp 0.107.0). A tensor that another thread disposes, the finalizer's included, counts as alive here.
/// </remarks>
internal static class LiveTensors
{
    public static long Count() => DisposeScopeManager.Statistics.ThreadTotalLiveCount;
}
