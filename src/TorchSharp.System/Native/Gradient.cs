using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// A tensor's gradient while an optimiser works on it: the native tensor without an object around it, since a training loop
/// takes every parameter's gradient twice a step.
/// </summary>
internal readonly unsafe ref struct Gradient
{
    private readonly IntPtr handle;

    public Gradient(Tensor tensor)
    {
        Result result;
        Failure.Check(Shim.ts_grad(tensor.Handle, &result));
        GC.KeepAlive(tensor);
        handle = (IntPtr)result.Value.Bits;
    }

    public bool Exists => handle != IntPtr.Zero;

    /// <summary>Whether it has a graph of its own (create_graph).</summary>
    public bool RequiresGrad => ((TensorFlags)Shim.ts_tensor_flags(handle)).HasFlag(TensorFlags.RequiresGrad);

    public static implicit operator Arg(Gradient gradient) => Arg.Borrowed(gradient.handle);

    public void Dispose() => Shim.ts_tensor_release(handle);
}
