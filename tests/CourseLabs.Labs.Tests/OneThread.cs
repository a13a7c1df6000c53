using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>The tests run torch on one thread, as the command does with nearly every example.</summary>
internal static class OneThread
{
    [ModuleInitializer]
    public static void Set() => set_num_threads(1);
}
