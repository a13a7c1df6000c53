using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>The base of optimizers that are written in C#: parameter groups, state by parameter, and the frame of a step.</summary>
public abstract partial class OptimizerHelper : Optimizer
{
    // Set by the optimizers' constructors.
    protected OptimizerOptions _defaults = null!;
    protected OrderedDict<IntPtr, OptimizerState> _state = new();

    public OptimizerHelper() : base(IntPtr.Zero) { }

    /// <summary>Options that are still to be filled, and the state of a parameter; null in an optimizer that cares for both itself.</summary>
    private protected virtual OptimizerOptions? NewOptions() => null;
    private protected virtual OptimizerState? NewState(Parameter parameter) => null;

    private protected void Start(OptimizerOptions defaults, IEnumerable<ParamGroup> groups)
    {
        defaults.InitialLearningRate = defaults.LearningRate!.Value;
        _defaults = defaults;
        _parameter_groups = new List<ParamGroup>();
        foreach (var group in groups) add_param_group(group);
    }

    public override void add_param_group(ParamGroup param_group)
    {
        if (NewOptions() is { } options)
        {
            param_group.Options ??= options;
            if (!options.GetType().IsInstanceOfType(param_group.Options))
                throw new ArgumentException($"{GetType().Name} cannot use the options {param_group.Options.GetType().FullName}.", nameof(param_group));
            param_group.Options.FillFrom(_defaults);
        }
        _parameter_groups.Add(param_group);
        foreach (var parameter in param_group.Items)
        {
            if (NewState(parameter) is not { } state) return;
            _state[parameter.Handle] = state;
            state.Initialize(param_group.Options!);
        }
    }

    /// <summary>Runs <paramref name="body"/> for each group without gradients and in a dispose scope of its own, after the closure.</summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        var loss = Loss(loss_closure);
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups) body((T)group);
        return loss;
    }

    /// <summary>One step of an optimizer that defines <see cref="Update"/>: temporary tensors live no longer than their parameter's update.</summary>
    private protected Tensor? StepEach(Func<Tensor>? closure)
    {
        var loss = Loss(closure);
        using var mode = no_grad();
        foreach (var group in _parameter_groups)
            foreach (var parameter in group.Items)
            {
                using var scope = NewDisposeScope();
                if (parameter.grad is { } grad) Update(parameter, grad, group.Options, _state[parameter.Handle]);
            }
        return loss;
    }

    /// <summary>Changes one parameter and its state.</summary>
    private protected virtual void Update(Parameter parameter, Tensor grad, OptimizerOptions options, OptimizerState state) => throw new NotImplementedException();

    /// <summary>target = max(target, other), in place.</summary>
    private protected static void Raise(Tensor target, Tensor other) => Aten.Run("maximum.out", target, other, target);

    private protected static Tensor? Loss(Func<Tensor>? closure)
    {
        if (closure is null) return null;
        using var mode = enable_grad();
        return closure();
    }

    private protected override void DisposeState()
    {
        foreach (var state in _state.values()) state.DisposeTensors();
        _state.Clear();
    }

    /// <summary>Moves the state to a device.</summary>
    public void to(Device device)
    {
        foreach (var state in _state.values()) state.to(device);
    }
}
