using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Writes each field in TorchSharp's format.</summary>
internal sealed class FieldWriter(BinaryWriter writer) : IFields
{
    public void Number<T>(ref T value)
    {
        switch (value)
        {
            case long n: writer.Write(n); break;
            case double x: writer.Write(x); break;
            case bool b: writer.Write(b); break;
            default: throw new InvalidOperationException("An option of the optimizer is not set.");
        }
    }

    public void Tensor(ref Tensor value) => value.Save(writer);

    public void Optional(ref Tensor? value)
    {
        writer.Write(value is not null);
        value?.Save(writer);
    }
}

/// <summary>Reads each field as <see cref="FieldWriter"/> wrote it.</summary>
internal sealed class FieldReader(BinaryReader reader, Device? device = null) : IFields
{
    public void Number<T>(ref T value)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        value = type == typeof(long) ? (T)(object)reader.ReadInt64() : type == typeof(bool) ? (T)(object)reader.ReadBoolean() : (T)(object)reader.ReadDouble();
    }

    public void Tensor(ref Tensor value) => value.Load(reader);

    public void Optional(ref Tensor? value)
    {
        value?.Dispose();
        value = null;
        if (reader.ReadBoolean()) value = TensorExtensionMethods.Load(reader).to(device!, disposeAfter: true).DetachFromDisposeScope();
    }
}
