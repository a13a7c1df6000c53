using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Lists each field's value.</summary>
internal sealed class FieldList : IFields
{
    public Queue<object?> Values { get; } = new();

    public void Number<T>(ref T value) => Values.Enqueue(value);
    public void Tensor(ref Tensor value) => Values.Enqueue(value);
    public void Optional(ref Tensor? value) => Values.Enqueue(value);

    public static bool Close(object? a, object? b) => (a, b) switch
    {
        (Tensor x, Tensor y) => Aten.CallBool("allclose", x, y),
        _ => Equals(a, b),
    };
}

/// <summary>Sets each field to a copy of another one's value, tensors on the device given.</summary>
internal sealed class FieldCopier(Queue<object?> source, Device? device = null) : IFields
{
    public void Number<T>(ref T value) => value = (T)source.Dequeue()!;

    public void Tensor(ref Tensor value)
    {
        var copy = Copy((Tensor)source.Dequeue()!, device!);
        value.Dispose();
        value = copy;
    }

    public void Optional(ref Tensor? value)
    {
        var copy = source.Dequeue() is Tensor tensor ? Copy(tensor, device!) : null;
        value?.Dispose();
        value = copy;
    }

    public static Tensor Copy(Tensor tensor, Device device)
    {
        using var _ = no_grad();
        return tensor.to(device, copy: true).DetachFromDisposeScope();
    }
}

/// <summary>Sets each option that is null.</summary>
internal sealed class FieldFiller(Queue<object?> defaults) : IFields
{
    public void Number<T>(ref T value)
    {
        var other = defaults.Dequeue();
        if (value is null) value = (T)other!;
    }

    public void Tensor(ref Tensor value) => throw new NotSupportedException();
    public void Optional(ref Tensor? value) => throw new NotSupportedException();
}

internal sealed class FieldDisposer : IFields
{
    public void Number<T>(ref T value) { }
    public void Tensor(ref Tensor value) => value?.Dispose();
    public void Optional(ref Tensor? value) => value?.Dispose();
}
