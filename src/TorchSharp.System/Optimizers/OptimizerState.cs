using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter from step to step. Its tensors are in no dispose scope.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Shows each field to <paramref name="fields"/>, in the order of TorchSharp's files.</summary>
    private protected virtual void Visit(IFields fields) { }

    /// <summary>Sets the state to what it is before the first step.</summary>
    public abstract void Initialize(OptimizerOptions options);

    public virtual void SaveStateDict(BinaryWriter writer) => Visit(new FieldWriter(writer));
    public virtual void LoadStateDict(BinaryReader reader) => Visit(new FieldReader(reader, _parameter.device));
    public virtual void LoadStateDict(OptimizerState source) => Visit(new FieldCopier(source.List(), _parameter.device));
    public virtual void to(Device device) => Visit(new FieldCopier(List(), device));

    public virtual bool ApproximatelyEquals(OptimizerState other) =>
        GetType() == other.GetType() && List().Zip(other.List()).All(pair => FieldList.Close(pair.First, pair.Second));

    internal void DisposeTensors() => Visit(new FieldDisposer());

    internal Tensor Zeros()
    {
        using var _ = no_grad();
        return Native.Aten.Call("zeros_like", _parameter).DetachFromDisposeScope();
    }

    private Queue<object?> List()
    {
        var list = new FieldList();
        Visit(list);
        return list.Values;
    }

    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device) => new FieldReader(reader, device).Optional(ref result);
    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor) => new FieldWriter(writer).Optional(ref tensor);
}
