namespace TorchSharp.Utils;

/// <summary>Names a field's module, parameter or buffer; without it the field's own name is taken.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
