namespace TorchSharp.Modules;

/// <summary>The options of a parameter group. What is null is taken from the optimizer's when the group is added.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }
    public double InitialLearningRate { get; set; }

    /// <summary>Shows each option but the rates to <paramref name="fields"/>, in the order of TorchSharp's files.</summary>
    private protected virtual void Visit(IFields fields) { }

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
        Visit(new FieldWriter(writer));
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        Visit(new FieldReader(reader));
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
        Visit(new FieldCopier(source.List()));
    }

    /// <summary>Takes what is not set from the optimizer's options.</summary>
    internal void FillFrom(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate!.Value;
        Visit(new FieldFiller(defaults.List()));
    }

    private Queue<object?> List()
    {
        var list = new FieldList();
        Visit(list);
        return list.Values;
    }
}
