using System.Runtime.CompilerServices;
using TorchSharp;

namespace CourseLabs.Tests;

/// <summary>The tests' tensors are small: a second thread of torch's slows them down, by far where another program keeps a core busy.</summary>
internal static class OneThread
{
    [ModuleInitializer]
    internal static void Set() => torch.set_num_threads(1);
}
