using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
            public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);
            public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent: v = momentum v + (1 - dampening) g, p = p - lr v; v is g where there is no momentum.</summary>
    public class SGD : OptimizerHelper, IMomentum
    {
        public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize) { }

        public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        {
            if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
            if (momentum < 0) throw new ArgumentException($"Invalid momentum value: {momentum}");
            if (weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            if (nesterov && (momentum <= 0 || dampening != 0)) throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
            Start(new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize }, parameters);
        }

        public double Momentum { get => Defaults.momentum!.Value; set => Defaults.momentum = value; }

        private Options Defaults => (Options)_defaults;
        private protected override OptimizerOptions NewOptions() => new Options();
        private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

        // No dispose scope, unlike _step: without momentum a step is one add_ a parameter, and a scope would cost more.
        public override Tensor? step(Func<Tensor>? closure = null)
        {
            var loss = Loss(closure);
            using var mode = no_grad();
            foreach (var group in _parameter_groups)
            {
                var options = (Options)group.Options;
                var plain = options.momentum == 0 && options.weight_decay == 0 && options.maximize == false;
                var rate = -group.LearningRate;
                foreach (var parameter in group.Items)
                {
                    using var grad = parameter.grad;
                    if (grad is null) continue;
                    if (plain) Aten.InPlace("add_.Tensor", parameter, grad, rate);
                    else Step(parameter, grad, options, (State)_state[parameter.Handle], rate);
                }
            }
            return loss;
        }

        private static void Step(Parameter parameter, Tensor grad, Options options, State state, double rate)
        {
            using var scope = NewDisposeScope();
            if (options.maximize!.Value) grad = Aten.Call("neg", grad);
            if (options.weight_decay is { } decay and not 0) grad = Aten.Call("add.Tensor", grad, parameter, decay);
            if (options.momentum is { } momentum and not 0)
            {
                if (state.momentum_buffer is { } velocity)
                    Aten.InPlace("add_.Tensor", Aten.InPlace("mul_.Scalar", velocity, momentum), grad, 1 - options.dampening!.Value);
                else
                    velocity = state.momentum_buffer = Aten.Call("clone", grad).DetachFromDisposeScope();
                grad = options.nesterov!.Value ? Aten.Call("add.Tensor", grad, velocity, momentum) : velocity;
            }
            Aten.InPlace("add_.Tensor", parameter, grad, rate);
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public Tensor? momentum_buffer;

            public State(Parameter parameter) : base(parameter) { }

            private protected override void Visit(IFields fields) => fields.Optional(ref momentum_buffer);

            public override void Initialize(OptimizerOptions options)
            {
                Dispose();
                momentum_buffer = null;
            }

            public void Dispose() => DisposeTensors();
        }

        public class Options : OptimizerOptions
        {
            public double? momentum;
            public double? dampening;
            public double? weight_decay;
            public bool? nesterov;
            public bool? maximize;

            private protected override void Visit(IFields fields)
            {
                fields.Number(ref momentum);
                fields.Number(ref dampening);
                fields.Number(ref weight_decay);
                fields.Number(ref nesterov);
                fields.Number(ref maximize);
            }
        }

        public class ParamGroup : ParamGroup<Options>, IMomentum
        {
            public ParamGroup() { }
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options) { }
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
                : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize }) { }

            public double Momentum { get => Options.momentum!.Value; set => Options.momentum = value; }
        }
    }
}
