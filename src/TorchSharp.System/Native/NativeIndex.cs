using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>One index as native/indexing.cpp reads it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeIndex
{
    public long Kind;
    public long Start;
    public long Stop;
    public long Step;
    public IntPtr Tensor;
}
