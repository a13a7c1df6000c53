using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module with neither parameters nor buffers: conversions leave it alone.</summary>
public interface IParameterLessModule
{
}

internal static class ParameterLess
{
    public static InvalidOperationException NoRoomFor(string what) => new($"Cannot register a {what} on a module that is declared 'parameter-less.'");

    public static void CheckSubmodule(nn.Module? submodule)
    {
        if (submodule is not IParameterLessModule) throw new InvalidOperationException("Submodules of a parameter-less module must also be parameter-less.");
    }
}

public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name) { }

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.NoRoomFor("buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.NoRoomFor("parameter");

    public override void register_module(string name, nn.Module submodule)
    {
        ParameterLess.CheckSubmodule(submodule);
        base.register_module(name, submodule);
    }
}

public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name) { }

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.NoRoomFor("buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.NoRoomFor("parameter");

    public override void register_module(string name, nn.Module submodule)
    {
        ParameterLess.CheckSubmodule(submodule);
        base.register_module(name, submodule);
    }
}

public abstract class ParameterLessModule<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name) { }

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.NoRoomFor("buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.NoRoomFor("parameter");

    public override void register_module(string name, nn.Module submodule)
    {
        ParameterLess.CheckSubmodule(submodule);
        base.register_module(name, submodule);
    }
}

public abstract class ParameterLessModule<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name) { }

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.NoRoomFor("buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.NoRoomFor("parameter");

    public override void register_module(string name, nn.Module submodule)
    {
        ParameterLess.CheckSubmodule(submodule);
        base.register_module(name, submodule);
    }
}

public abstract class ParameterLessModule<T1, T2, T3, T4, T5, TResult> : nn.Module<T1, T2, T3, T4, T5, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name) { }

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.NoRoomFor("buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.NoRoomFor("parameter");

    public override void register_module(string name, nn.Module submodule)
    {
        ParameterLess.CheckSubmodule(submodule);
        base.register_module(name, submodule);
    }
}

public abstract class ParameterLessModule<T1, T2, T3, T4, T5, T6, TResult> : nn.Module<T1, T2, T3, T4, T5, T6, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name) : base(name) { }

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;
    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;
    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw ParameterLess.NoRoomFor("buffer");
    public override void register_parameter(string name, Parameter param) => throw ParameterLess.NoRoomFor("parameter");

    public override void register_module(string name, nn.Module submodule)
    {
        ParameterLess.CheckSubmodule(submodule);
        base.register_module(name, submodule);
    }
}
